import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { DryRunReport } from "#lib/domain/import.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** The counts of a dry run and the time that its rows span. */
export function ReportFigures(props: { report: DryRunReport; zone: string; locale: Locale; t: Translate }) {
  const { report, zone, locale, t } = props;
  const { received, accepted, duplicate, quarantined, refused } = report.counts;
  const figures = [
    ["imports.report.rows", received],
    ["imports.report.new", accepted],
    ["imports.report.there", duplicate],
    ["imports.report.faulty", quarantined + refused],
    ["imports.report.seeds", report.seeds],
    ["imports.report.orphans", report.orphans],
  ] as const;
  const { firstAt, lastAt } = report;
  return (
    <div className="space-y-3">
      <StatGrid columns={6}>
        {figures.map(([key, value]) => (
          <Stat key={key} label={t(key)} value={formatNumber(value, locale)} />
        ))}
      </StatGrid>
      <p className="text-sm text-slate-600 dark:text-slate-400">
        {t("imports.report.span")}:{" "}
        {firstAt === null || lastAt === null
          ? `— (${t("imports.report.noSpan")})`
          : t("imports.report.spanOf", {
              from: formatDateTime(firstAt, locale, zone),
              to: formatDateTime(lastAt, locale, zone),
            })}{" "}
        · {t("common.zone", { zone })}
      </p>
    </div>
  );
}
