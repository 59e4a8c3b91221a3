import { notFound } from "next/navigation";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { reportSeries } from "#app/r/_server/report-series.ts";
import { SharesChart } from "#components/charts/shares-chart.tsx";
import { ReportCascades } from "#components/reports/report-cascades.tsx";
import { ReportChannels } from "#components/reports/report-channels.tsx";
import { ReportFigures } from "#components/reports/report-figures.tsx";
import { ReportFunnel } from "#components/reports/report-funnel.tsx";
import { ReportHeader } from "#components/reports/report-header.tsx";
import { ReportNotes } from "#components/reports/report-notes.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { countReportStages } from "#db/queries/reports/count-report-stages.ts";
import { listReportCascades } from "#db/queries/reports/list-report-cascades.ts";
import { listReportNotes } from "#db/queries/reports/list-report-notes.ts";
import { type ReportHead, readReport } from "#db/queries/reports/read-report.ts";
import { readReportChannels } from "#db/queries/reports/read-report-channels.ts";
import { readReportOverview } from "#db/queries/reports/read-report-overview.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { REPORT_SECTIONS, type ReportSection } from "#lib/access/report-link.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface Asked {
  scope: ReportScope;
  token: string;
  request: ReportRequest;
}

/** A whole report; 404 when the days asked for are not the link's to show. */
export async function ReportView({ scope, token, request }: Asked) {
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const head = readOrNotFound(scope, request);
  const sections = REPORT_SECTIONS.filter((section) => scope.report.sections.includes(section));
  const { dates, csv } = scope.report;
  return (
    <div className="space-y-6">
      <ReportHeader
        {...{ head, dates, sections: csv ? sections : [], zone: scope.zone, locale, t }}
        path={`/r/${token}`}
        now={Date.now()}
      />
      {sections.map((section) => (
        <Section key={section} {...{ section, scope, request, head, locale, t }} />
      ))}
    </div>
  );
}

function Section(
  props: Omit<Asked, "token"> & { section: ReportSection; head: ReportHead; locale: Locale; t: Translate },
) {
  const { section, scope, request, head, locale, t } = props;
  if (section === "overview")
    return <ReportFigures overview={readReportOverview(scope, request)} {...{ locale, t }} />;
  if (section === "shares") {
    const series = reportSeries(scope, request);
    if (series !== null) return <SharesChart {...series} zone={scope.zone} />;
    return <EmptyState title={t("reports.public.none.title")} text={t("reports.public.none.text")} />;
  }
  if (section === "notes")
    return <ReportNotes notes={listReportNotes(scope, request)} zone={scope.zone} {...{ locale, t }} />;
  if (section === "funnel")
    return <ReportFunnel stages={countReportStages(scope, request)} {...{ locale, t }} />;
  if (section === "channels") {
    const channels = readReportChannels(scope, request);
    return <ReportChannels {...{ channels, locale, t }} currency={head.currency} />;
  }
  const list = listReportCascades(scope, request);
  return <ReportCascades {...list} aliases={scope.report.aliases} {...{ locale, t }} zone={scope.zone} />;
}

function readOrNotFound(scope: ReportScope, request: ReportRequest): ReportHead {
  try {
    return readReport(scope, request);
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
