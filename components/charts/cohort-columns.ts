import type { kCohortsTable } from "#lib/answers/spread/table.ts";
import type { RowOf } from "#lib/answers/table.ts";
import { formatClock } from "#lib/format/format-clock.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { clockOf, figureText, rangeText, reasonText } from "./cell-text.ts";
import type { TwinColumn } from "./table-twin.tsx";

export type CohortCells = RowOf<typeof kCohortsTable>;

/** The table of the cohorts as its twin shows it. @param words.grain of the times: hours, or days */
export function cohortColumns(words: {
  grain: "hour" | "day";
  locale: Locale;
  t: Translate;
}): TwinColumn<CohortCells>[] {
  const { grain, locale, t } = words;
  const number = (value: number) => formatNumber(value, locale);
  const ratio = (value: number) => formatRatio(value, locale);
  return [
    { title: t("metrics.cohort.from"), cell: ({ from }) => formatClock(clockOf(from), grain, locale) },
    { title: t("metrics.cohort.shares"), cell: ({ shares }) => figureText(shares, number, t) },
    { title: t("metrics.cohort.children"), cell: ({ children }) => figureText(children, number, t) },
    { title: t("metrics.cohort.naive"), cell: ({ naive_k: naive }) => figureText(naive, ratio, t) },
    {
      title: t("metrics.cohort.effective"),
      cell: ({ effective_shares: effective }) => figureText(effective, number, t),
    },
    { title: t("metrics.cohort.k"), cell: ({ corrected_k: k }) => figureText(k, ratio, t) },
    {
      title: t("metrics.range.column"),
      cell: ({
        corrected_k: k,
        corrected_k_low_95: low,
        corrected_k_high_95: high,
        corrected_k_note: note,
      }) => (k === null ? reasonText(note, t) : rangeText(low, high, ratio, t)),
    },
    {
      title: t("metrics.cohort.status"),
      cell: ({ immature }) => t(immature === 1 ? "metrics.cohort.isImmature" : "metrics.cohort.isMature"),
    },
  ];
}
