import type { rtTable } from "#lib/answers/spread/table.ts";
import type { Cell, RowOf } from "#lib/answers/table.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { figureText, instantOf, rangeText } from "./cell-text.ts";
import type { TwinColumn } from "./table-twin.tsx";

export type RtCells = RowOf<typeof rtTable>;

/** The table of R_t as its twin shows it. */
export function rtColumns(zone: string, locale: Locale, t: Translate): TwinColumn<RtCells>[] {
  const ratio = (value: number) => formatRatio(value, locale);
  const momentText = (cell: Cell) => formatDateTime(instantOf(cell), locale, zone);
  return [
    { title: t("metrics.rt.window"), cell: ({ from, to }) => `${momentText(from)} – ${momentText(to)}` },
    { title: t("metrics.rt.line"), cell: ({ r }) => figureText(r, ratio, t) },
    {
      title: t("metrics.range.column"),
      cell: ({ r, r_low_95: low, r_high_95: high }) =>
        r === null ? t("common.none") : rangeText(low, high, ratio, t),
    },
    {
      title: t("metrics.rt.aboveOne"),
      cell: ({ probability_above_one: part }) => figureText(part, (p) => formatPercent(p, locale), t),
    },
    {
      title: t("metrics.rt.firm"),
      cell: ({ r, few_data: isGrey, complete }) => {
        if (complete === 0) return t("overview.chart.reports.late");
        return r === null
          ? t("metrics.why.empty")
          : t(isGrey === 1 ? "metrics.rt.isGrey" : "metrics.rt.isFirm");
      },
    },
  ];
}
