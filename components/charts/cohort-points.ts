import type { CohortRow } from "#lib/answers/spread/viral-coefficient.ts";
import { valueTicks } from "./value-ticks.ts";

/** One step of time as it is drawn. */
export interface CohortPoint {
  readonly from: number;
  readonly isImmature: boolean;
  readonly naive: number | null;
  /** Null when unknown, or above the axis. */
  readonly k: number | null;
  /** How far the interval reaches below and above `k`, cut off at the axis. */
  readonly reach: readonly [number, number] | null;
}

/** An axis of so many times the values that it is about leaves them flat on its floor. */
const LEAST_FLAT = 4;

/** The cohorts under an axis that ends at `top`. */
export function cohortPoints(cohorts: readonly CohortRow[]): { points: CohortPoint[]; top: number } {
  const top = topOf(cohorts);
  return { top, points: cohorts.map((cohort) => pointOf(cohort, top)) };
}

/**
 * The axis holds the intervals of settled groups; those of young ones or of few cascades may reach far beyond and are
 * cut off, and so is any that would flatten the rest.
 */
function topOf(cohorts: readonly CohortRow[]): number {
  const settled = cohorts.flatMap(({ corrected, isImmature }) =>
    corrected.value === null || isImmature || corrected.note === "few-cascades"
      ? []
      : [corrected.high ?? corrected.value],
  );
  const bars = cohorts.map(({ naive }) => naive ?? 0);
  const values = cohorts.map(({ corrected, isImmature }) => (isImmature ? 0 : (corrected.value ?? 0)));
  const middle = Math.max(1.25, ...bars, ...values);
  return valueTicks(Math.max(middle, Math.min(LEAST_FLAT * middle, Math.max(0, ...settled)))).at(-1) ?? 1;
}

function pointOf({ from, naive, corrected, isImmature }: CohortRow, top: number): CohortPoint {
  const k = corrected.value !== null && corrected.value <= top ? corrected.value : null;
  if (k === null || corrected.value === null) return { from, isImmature, naive, k, reach: null };
  const { low = k, high = k } = corrected;
  return { from, isImmature, naive, k, reach: [k - low, Math.min(high, top) - k] };
}
