import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { ReportForm } from "#components/reports/report-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { readLife } from "#db/queries/campaigns/read-life.ts";
import { REPORT_SECTIONS } from "#lib/access/report-link.ts";
import { dayAt } from "#lib/time/zone-clock.ts";
import { makeReport } from "../_actions/make-report.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("reports.new") };
}

export default async function NewReportPage({ params }: Props) {
  const { scope, campaign, base } = await currentCampaign(params);
  const { workspace } = await params;
  await currentScope(workspace, "reports.manage");
  const life = readLife(scope, { campaignId: campaign.id });
  const dayOf = (at: number | undefined) => (at === undefined ? "" : dayAt(at, scope.zone));
  const days = { fromDay: dayOf(life?.first), toDay: dayOf(life?.last), expiresOn: "" };
  // Notes are written for the team; whoever wants them shown says so.
  const sections = REPORT_SECTIONS.filter((section) => section !== "notes");
  const shown = { sections, dateMode: "fixed", embedOrigins: "", notes: "" } as const;
  const allowed = { aliases: true, csv: false, previewCard: false, locale: "", theme: "light" } as const;
  const t = await requestTranslate();
  return (
    <Card className="max-w-3xl" title={t("reports.new")}>
      <ReportForm
        action={makeReport.bind(null, workspace, campaign.id)}
        values={{ name: campaign.name, ...days, ...shown, ...allowed }}
        listHref={`${base}/reports`}
        password="new"
      />
    </Card>
  );
}
