import type { Metadata } from "next";
import Link from "next/link";
import { analyse } from "#app/_server/analyse.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { NoEvents } from "#app/w/_server/no-events.tsx";
import type { CampaignPage, Dashboard } from "#app/w/_server/open-dashboard.ts";
import { periodMoment } from "#app/w/_server/period-moment.ts";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { SharerList } from "#components/sharers/sharer-list.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { parseSharerQuery } from "#lib/answers/sharers/parse-sharer-query.ts";
import { sharerQueryString } from "#lib/answers/sharers/sharer-query-string.ts";

const PAGE_ROWS = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("sharers.title") };
}

export default function SharersPage(page: CampaignPage) {
  return soonDashboard(page, content);
}

async function content(opened: Dashboard) {
  const { scope, campaign, base, question: asked, locale, t } = opened;
  if (asked === null) return <NoEvents base={base} />;
  const query = parseSharerQuery(opened.search);
  const { horizon, filters } = asked;
  const question = { ...query, horizon, filters, asOf: periodMoment(asked, opened.query) };
  const list = await analyse(scope, "sharers", { ...question, campaignId: campaign.id, size: PAGE_ROWS });
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
