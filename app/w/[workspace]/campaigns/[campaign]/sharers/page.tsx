import type { Metadata } from "next";
import Link from "next/link";
import { requestTranslate } from "#app/_server/request-translate.ts";
import type { AskedDashboard, CampaignPage } from "#app/w/_server/open-dashboard.ts";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { SharerList } from "#components/sharers/sharer-list.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { parseSharerQuery } from "#lib/answers/sharers/parse-sharer-query.ts";
import { sharerQueryString } from "#lib/answers/sharers/sharer-query-string.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("sharers.title") };
}

export default function SharersPage(page: CampaignPage) {
  return soonDashboard(page, content);
}

async function content({ scope, campaign, base, ask, search, locale, t }: AskedDashboard) {
  const query = parseSharerQuery(search);
  const list = await ask("sharers");
  const csv = `/api${base}/sharers${sharerQueryString({ ...query, page: 1 })}`;
  const download = (
    <Link href={csv} prefetch={false} download className={buttonClass("secondary")}>
      {t("sharers.export")}
    </Link>
  );
  const shown = { list, query, locale, t, currency: campaign.currency, zone: scope.zone, base };
  return (
    <>
      <QuestionBar {...{ scope, campaign, base }} />
      <PageHeader
        level={2}
        title={t("sharers.title")}
        text={t("sharers.text")}
        {...(list.totals.persons > 0 ? { actions: download } : {})}
      />
      <SharerList {...shown} />
    </>
  );
}
