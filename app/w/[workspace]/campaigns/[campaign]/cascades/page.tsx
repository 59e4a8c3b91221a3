import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { NoEvents } from "#app/w/_server/no-events.tsx";
import { type CampaignPage, openDashboard } from "#app/w/_server/open-dashboard.ts";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { CascadeList } from "#components/cascade/cascade-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listCascades } from "#db/queries/cascades/list-cascades.ts";
import { parseCascadeFilter } from "#lib/explorer/parse-cascade-filter.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("cascades.list.title") };
}

export default async function CascadesPage(page: CampaignPage) {
  const { scope, campaign, base, question, search, locale, t } = await openDashboard(page);
  if (question === null) return <NoEvents base={base} />;
  const filter = parseCascadeFilter(search);
  const { from, to, filters } = question;
  const list = listCascades(scope, { ...filter, span: { from, to }, filters, campaignId: campaign.id });
  return (
    <>
      <QuestionBar {...{ scope, campaign, base }} />
      <PageHeader level={2} title={t("cascades.list.title")} text={t("cascades.list.text")} />
      <CascadeList
        {...{ list, filter, locale, t }}
        path={`${base}/cascades`}
        importHref={`${base}/import`}
        zone={scope.zone}
      />
    </>
  );
}
