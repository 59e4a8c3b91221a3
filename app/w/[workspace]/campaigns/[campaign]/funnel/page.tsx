import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { frameNote } from "#app/w/_server/frame-note.ts";
import type { AskedDashboard, CampaignPage } from "#app/w/_server/open-dashboard.ts";
import { QuestionBar } from "#app/w/_server/question-bar.tsx";
import { soonDashboard } from "#app/w/_server/soon-dashboard.tsx";
import { FunnelChart } from "#components/charts/funnel-chart.tsx";
import { FunnelTable } from "#components/dashboards/funnel-table.tsx";
import { NothingHere } from "#components/dashboards/nothing-here.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("nav.funnel") };
}

export default function FunnelPage(page: CampaignPage) {
  return soonDashboard(page, content, "people");
}

async function content({ scope, campaign, base, question, ask, query, locale, t }: AskedDashboard) {
  const funnel = await ask("funnel");
  const bar = <QuestionBar {...{ scope, campaign, base }} parts="people" />;
  if (Object.values(funnel.stages).every((count) => (count?.events ?? 0) === 0))
    return <NothingHere bar={bar} t={t} />;
  return (
    <div className="space-y-6">
      {bar}
      <PageHeader level={2} title={t("nav.funnel")} text={t("funnel.text")} />
      <FunnelChart stages={funnel.stages} note={frameNote({ query, zone: question.zone }, { locale, t })} />
      <FunnelTable funnel={funnel} {...{ locale, t }} />
    </div>
  );
}
