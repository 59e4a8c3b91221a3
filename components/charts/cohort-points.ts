import type { CohortRow } from "#lib/answers/spread/viral-coefficient.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { valueTicks } from "./value-ticks.ts";

/** One step of time as it is drawn, and what is said of it. */
export interface CohortPoint {
  readonly from: number;
  readonly cells: readonly string[];
  readonly isImmature: boolean;
  readonly naive: number | null;
  /** Null when unknown, or above the axis. */
  readonly k: number | null;
  /** How far the interval reaches below and above `k`, cut off at the axis. */
  readonly reach: readonly [number, number] | null;
}

interface Words {
  readonly timeOf: (from: number) => string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** The cohorts under an axis that ends at `top`. */
export function cohortPoints(
  cohorts: readonly CohortRow[],
  words: Words,
): { points: CohortPoint[]; top: number } {
  const top = topOf(cohorts);
  return { top, points: cohorts.map((cohort) => pointOf(cohort, top, cellsOf(cohort, words))) };
}

/** The axis holds the intervals of settled groups; those of young ones may reach far beyond and are cut off. */
function topOf(cohorts: readonly CohortRow[]): number {
  const settled = cohorts.flatMap(({ corrected, isImmature }) =>
    corrected.value === null || isImmature ? [] : [corrected.high ?? corrected.value],
  );
  const bars = cohorts.map(({ naive }) => naive ?? 0);
  return valueTicks(Math.max(1.25, ...settled, ...bars)).at(-1) ?? 1;
}

function pointOf(cohort: CohortRow, top: number, cells: readonly string[]): CohortPoint {
  const { from, naive, corrected, isImmature } = cohort;
  const k = corrected.value !== null && corrected.value <= top ? corrected.value : null;
  if (k === null || corrected.value === null) return { from, cells, isImmature, naive, k, reach: null };
  const { low = k, high = k } = corrected;
  return { from, cells, isImmature, naive, k, reach: [k - low, Math.min(high, top) - k] };
}

function cellsOf(cohort: CohortRow, { timeOf, locale, t }: Words): string[] {
  const { from, shares, children, naive, effective, corrected, isImmature } = cohort;
  const none = t("common.none");
  const ratio = (value: number | null | undefined) =>
    value === null || value === undefined ? none : formatRatio(value, locale);
  return [
    timeOf(from),
    formatNumber(shares, locale),
    formatNumber(children, locale),
    ratio(naive),
    formatNumber(effective, locale),
    ratio(corrected.value),
    corrected.value === null
      ? t(`metrics.why.${corrected.why}`)
      : t("metrics.range.plain", { low: ratio(corrected.low), high: ratio(corrected.high) }),
    t(isImmature ? "metrics.cohort.isImmature" : "metrics.cohort.isMature"),
  ];
}
