import type { Metadata } from "next";
import Link from "next/link";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { ReportLinkTable } from "#components/reports/report-link-table.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listReportLinks } from "#db/queries/reports/list-report-links.ts";
import { endReport } from "./_actions/end-report.ts";
import { renamePeople } from "./_actions/rename-people.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("reports.title") };
}

export default async function ReportsPage({ params }: Props) {
  const { campaign, base } = await currentCampaign(params);
  const { workspace } = await params;
  const scope = await currentScope(workspace, "reports.manage");
  const links = listReportLinks(scope, { campaignId: campaign.id, now: Date.now() });
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const path = `${base}/reports`;
  const add = (
    <Link href={`${path}/new`} className={buttonClass()}>
      {t("reports.new")}
    </Link>
  );
  if (links.length === 0)
    return <EmptyState title={t("reports.empty.title")} text={t("reports.empty.text")} action={add} />;
  const [revoke, remove] = (["revoke", "delete"] as const).map((way) =>
    endReport.bind(null, workspace, way, path),
  );
  const rename = renamePeople.bind(null, workspace, path);
  return (
    <>
      <PageHeader level={2} title={t("reports.title")} text={t("reports.text")} actions={add} />
      <ReportLinkTable {...{ links, path, revoke, remove, rename, locale, t }} zone={scope.zone} />
    </>
  );
}
