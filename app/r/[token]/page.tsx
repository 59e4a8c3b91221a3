import type { Metadata } from "next";
import { headers } from "next/headers";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { isOpening } from "#app/r/_server/is-opening.ts";
import { noteOpening } from "#app/r/_server/note-opening.ts";
import { openReport } from "#app/r/_server/open-report.ts";
import { readCard } from "#app/r/_server/read-card.ts";
import { reportRequest } from "#app/r/_server/report-request.ts";
import { unlockReport } from "#app/r/_server/unlock-report.ts";
import { ReportLock } from "#components/reports/report-lock.tsx";
import { ReportView } from "./report-view.tsx";

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await requestTranslate();
  const campaign = readCard((await params).token);
  if (campaign === null) return { title: t("reports.public.title") };
  return { title: campaign, openGraph: { title: campaign, description: t("reports.public.card") } };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { token } = await params;
  const scope = await openReport(token);
  if (scope === null) return <ReportLock action={unlockReport.bind(null, token)} />;
  const view = await ReportView({ scope, token, request: reportRequest(await searchParams) });
  const said = await headers();
  if (isOpening(said)) noteOpening(scope, said.get("user-agent"));
  return view;
}
