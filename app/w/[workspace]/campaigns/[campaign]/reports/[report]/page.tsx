import type { Metadata } from "next";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { ReportForm } from "#components/reports/report-form.tsx";
import { ReportOpens } from "#components/reports/report-opens.tsx";
import { Card } from "#components/ui/card.tsx";
import { readReportLink } from "#db/queries/reports/read-report-link.ts";
import { changeReport } from "../_actions/change-report.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string; report: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("reports.edit") };
}

export default async function EditReportPage({ params }: Props) {
  const { campaign, base } = await currentCampaign(params);
  const { workspace, report } = await params;
  const address = { workspace, campaignId: campaign.id, reportId: Number(report) };
  const link = await actIn(workspace, "reports.manage", (scope) => readReportLink(scope, address));
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const { hasPassword, isRevoked: _, opens, ...input } = link;
  const days = { fromDay: input.fromDay ?? "", toDay: input.toDay ?? "", expiresOn: input.expiresOn ?? "" };
  const texts = { notes: input.notes ?? "", embedOrigins: input.embedOrigins.join("\n") };
  return (
    <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6">
      <Card title={t("reports.edit")}>
        <ReportForm
          action={changeReport.bind(null, address)}
          values={{ ...input, ...days, ...texts, locale: input.locale ?? "" }}
          listHref={`${base}/reports`}
          password={hasPassword ? "kept" : "none"}
        />
      </Card>
      <ReportOpens opens={opens} {...{ locale, t }} />
    </div>
  );
}
