import { EVENT_KINDS } from "#lib/domain/event.ts";
import type { DryRunReport } from "#lib/domain/import.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { CountTable } from "./count-table.tsx";
import { rowFaultText } from "./row-fault-text.ts";

/** What is in the file: kinds of event, channels, and faulty rows by reason. */
export function ReportTables(props: { report: DryRunReport; locale: Locale; t: Translate }) {
  const { report, locale, t } = props;
  const number = (value: number) => formatNumber(value, locale);
  const kinds = EVENT_KINDS.filter((kind) => (report.kinds[kind] ?? 0) > 0).map((kind) => ({
    name: t(`imports.kind.${kind}`),
    count: number(report.kinds[kind] ?? 0),
  }));
  const channels = report.channels.map(({ channel, shares }) => ({ name: channel, count: number(shares) }));
  const faults = report.faults.map(({ rows, ...fault }) => ({
    name: rowFaultText(fault, t),
    count: number(rows),
  }));
  return (
    <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-2">
      {kinds.length > 0 ? (
        <CountTable name={t("imports.report.kinds")} count={t("imports.list.received")} rows={kinds} />
      ) : null}
      {channels.length > 0 ? (
        <CountTable name={t("imports.report.channels")} count={t("imports.report.shares")} rows={channels} />
      ) : null}
      {faults.length > 0 ? (
        <CountTable name={t("imports.report.faults")} count={t("imports.list.received")} rows={faults} />
      ) : null}
    </div>
  );
}
