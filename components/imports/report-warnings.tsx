import type { DryRunReport } from "#lib/domain/import.ts";
import { orphanWarning } from "#lib/domain/orphan-warning.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { ImportRecord } from "#lib/sources/import-record.ts";
import { FileFaultNote } from "./file-fault-note.tsx";

/** What a person should know before importing: where the file breaks off, and parents that are missing. */
export function ReportWarnings(props: {
  row: ImportRecord;
  report: DryRunReport;
  locale: Locale;
  t: Translate;
}) {
  const { row, report, locale, t } = props;
  const orphans = orphanWarning(report);
  const { conflicts = 0 } = report;
  return (
    <>
      {row.fault !== null ? <FileFaultNote row={row} fault={row.fault} t={t} /> : null}
      {conflicts > 0 ? (
        <p className="rounded-md bg-amber-50 px-4 py-3 text-sm text-amber-900 dark:bg-amber-950 dark:text-amber-100">
          {t("imports.report.conflicts", { count: conflicts })}
        </p>
      ) : null}
      {orphans !== null ? (
        <p className="rounded-md bg-amber-50 px-4 py-3 text-sm text-amber-900 dark:bg-amber-950 dark:text-amber-100">
          {t("imports.report.orphansText", { share: formatPercent(orphans.share, locale) })}
          {orphans.factor !== null
            ? ` ${t("imports.report.orphansFactor", { factor: formatNumber(orphans.factor, locale) })}`
            : null}
        </p>
      ) : null}
    </>
  );
}
