import { notFound } from "next/navigation";
import { Fragment } from "react";
import { type Ask, bindReportAsk } from "#app/_answers/ask.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { SharesChart } from "#components/charts/shares-chart.tsx";
import { BrokenReport } from "#components/imports/broken-imports.tsx";
import { OrphanBanner } from "#components/metrics/orphan-banner.tsx";
import { WholeDaysNote } from "#components/metrics/whole-days-note.tsx";
import { ReportCascades } from "#components/reports/report-cascades.tsx";
import { ReportChannels } from "#components/reports/report-channels.tsx";
import { ReportFigures } from "#components/reports/report-figures.tsx";
import { ReportFunnel } from "#components/reports/report-funnel.tsx";
import { ReportHeader } from "#components/reports/report-header.tsx";
import { ReportNotes } from "#components/reports/report-notes.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { hasReportWholeDays } from "#db/queries/reports/has-report-whole-days.ts";
import { isReportCut } from "#db/queries/reports/is-report-cut.ts";
import { listReportNotes } from "#db/queries/reports/list-report-notes.ts";
import { type ReportHead, readReport } from "#db/queries/reports/read-report.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { REPORT_SECTIONS, type ReportSection } from "#lib/access/report-link.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { REPORT_WARNING } from "#lib/answers/report/parts.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface Asked {
  scope: ReportScope;
  token: string;
  request: ReportRequest;
}

interface Shown extends Omit<Asked, "token"> {
  ask: Ask;
  head: ReportHead;
  locale: Locale;
  t: Translate;
}

/** A whole report; 404 when the days asked for are not the link's to show. */
export async function ReportView({ scope, token, request }: Asked) {
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const head = readOrNotFound(scope, request);
  const sections = REPORT_SECTIONS.filter((section) => scope.report.sections.includes(section));
  const { dates, csv } = scope.report;
  const now = Date.now();
  const ask = bindReportAsk(scope, request, now);
  const isWarned = REPORT_WARNING.sections.some((section) => sections.includes(section));
  const shown = { scope, request, ask, head, locale, t };
  const orphans = isWarned ? await ask(REPORT_WARNING.answer) : null;
  const parts = await Promise.all(
    sections.map(async (section) => ({ section, view: await sectionView(section, shown) })),
  );
  return (
    <div className="space-y-6">
      <ReportHeader
        head={head}
        dates={dates}
        sections={csv ? sections : []}
        zone={scope.zone}
        locale={locale}
        t={t}
        path={`/r/${token}`}
        now={now}
      />
      <BrokenReport isCut={isReportCut(scope)} t={t} />
      <WholeDaysNote isTold={hasReportWholeDays(scope)} t={t} />
      <OrphanBanner bound={orphans?.bound ?? null} of="report" locale={locale} t={t} />
      {parts.map(({ section, view }) => (
        <Fragment key={section}>{view}</Fragment>
      ))}
    </div>
  );
}

async function sectionView(section: ReportSection, { scope, request, ask, head, locale, t }: Shown) {
  const { zone } = scope;
  if (section === "overview")
    return <ReportFigures overview={await ask("report-overview")} locale={locale} t={t} />;
  if (section === "shares") {
    const { shares, steps, grain } = await ask("report-overview");
    if (shares > 0) return <SharesChart steps={steps} grain={grain} zone={zone} />;
    return <EmptyState title={t("reports.public.none.title")} text={t("reports.public.none.text")} />;
  }
  if (section === "notes")
    return <ReportNotes notes={listReportNotes(scope, request)} zone={zone} locale={locale} t={t} />;
  if (section === "funnel")
    return <ReportFunnel stages={(await ask("funnel")).stages} locale={locale} t={t} />;
  if (section === "channels") {
    const { rows } = await ask("channels");
    return <ReportChannels channels={rows} currency={head.currency} locale={locale} t={t} />;
  }
  const list = await ask("report-cascades");
  return <ReportCascades {...list} aliases={scope.report.aliases} locale={locale} t={t} zone={zone} />;
}

function readOrNotFound(scope: ReportScope, request: ReportRequest): ReportHead {
  try {
    return readReport(scope, request);
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
