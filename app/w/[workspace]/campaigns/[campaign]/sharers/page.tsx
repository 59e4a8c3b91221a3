import type { Metadata } from "next";
import Link from "next/link";
import { analyse } from "#app/_server/analyse.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { analysisMoment } from "#app/w/_server/analysis-moment.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { SharerList } from "#components/sharers/sharer-list.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { parseSharerQuery } from "#lib/metrics/analysis/parse-sharer-query.ts";
import { sharerQueryString } from "#lib/metrics/analysis/sharer-query-string.ts";

const PAGE_ROWS = 50;

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("sharers.title") };
}

export default async function SharersPage({ params, searchParams }: Props) {
  const { scope, campaign, base } = await currentCampaign(params);
  const query = parseSharerQuery(await searchParams);
  const question = { ...query, ...analysisMoment(), campaignId: campaign.id, size: PAGE_ROWS };
  const list = await analyse(scope, "sharers", question);
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const csv = `/api${base}/sharers${sharerQueryString({ ...query, page: 1 })}`;
  const download = (
    <Link href={csv} prefetch={false} download className={buttonClass("secondary")}>
      {t("sharers.export")}
    </Link>
  );
  const shown = { list, query, locale, t, currency: campaign.currency, zone: scope.zone, base };
  return (
    <>
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
