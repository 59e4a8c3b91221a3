import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { Card } from "#components/ui/card.tsx";
import type { DryRunReport } from "#lib/domain/import.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { ImportRecord } from "#lib/sources/import-record.ts";
import type { StepAction } from "./import-step.ts";
import { ParentsNote } from "./parents-note.tsx";
import { ReadingNotes } from "./reading-notes.tsx";
import { ReportFigures } from "./report-figures.tsx";
import { ReportTables } from "./report-tables.tsx";
import { ReportWarnings } from "./report-warnings.tsx";
import { StepButton } from "./step-button.tsx";

interface ReportStepProps {
  readonly row: ImportRecord;
  readonly report: DryRunReport;
  readonly columnsHref: string;
  readonly start: StepAction;
  readonly cure: StepAction;
  readonly discard: StepAction;
  readonly canWrite: boolean;
  readonly zone: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** Step 2: what importing the file would do. */
export function ReportStep(props: ReportStepProps) {
  const { row, report, columnsHref, start, cure, discard, canWrite, zone, locale, t } = props;
  const { accepted, duplicate, quarantined, refused } = report.counts;
  const refusedWhole = row.policy === "all-or-nothing" && (quarantined + refused > 0 || row.fault !== null);
  const changesNothing = accepted === 0 && duplicate > 0;
  return (
    <Card title={t("imports.report.title")} note={t("imports.report.text")}>
      <div className="space-y-6">
        <ReportWarnings row={row} report={report} locale={locale} t={t} />
        {report.parents ? (
          <ParentsNote parents={report.parents} apply={canWrite ? cure : null} locale={locale} t={t} />
        ) : null}
        {(report.marked ?? 0) > 0 ? (
          <p className="text-sm">{t("parents.marked", { count: report.marked ?? 0 })}</p>
        ) : null}
        <ReadingNotes row={row} t={t} />
        <ReportFigures report={report} zone={zone} locale={locale} t={t} />
        <ReportTables report={report} locale={locale} t={t} />
        {refusedWhole ? <p className="text-sm">{t("imports.report.refusedAll")}</p> : null}
        {changesNothing ? <p className="text-sm">{t("imports.report.nothing")}</p> : null}
        {canWrite ? (
          <div className="flex flex-wrap gap-2">
            {accepted > 0 && !refusedWhole ? (
              <StepButton action={start} label={t("imports.report.import")} />
            ) : null}
            <Link href={columnsHref} className={buttonClass("secondary")}>
              {t("imports.report.back")}
            </Link>
            <StepButton action={discard} label={t("imports.discard")} variant="quiet" />
          </div>
        ) : null}
      </div>
    </Card>
  );
}
