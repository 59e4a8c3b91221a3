import { chiSquareSurvival } from "./gamma.ts";
import { binomialExact } from "./proportions.ts";

/** Whether a split came out as planned. */
interface SampleRatio {
  /** Null where nobody was dealt to any arm, or where the plan gives nothing to one. */
  readonly p: number | null;
  readonly method: "chi-square" | "exact" | null;
}

/** Below this number expected in an arm the chi-square distribution is too rough. */
const LEAST_EXPECTED = 5;

/**
 * Check of the sample ratio (METRICS §7.1): whether the units dealt to each arm came by the plan, by chi-square, or by
 * the exact binomial test where an arm of two expects fewer than five.
 *
 * Source: Fabijan et al. 2019.
 *
 * @param counts units dealt to each arm
 * @param planned weight of each arm in the plan, in any unit
 */
export function sampleRatioCheck(counts: readonly number[], planned: readonly number[]): SampleRatio {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const weights = planned.reduce((sum, weight) => sum + weight, 0);
  if (all === 0 || counts.length < 2 || !planned.every((weight) => weight > 0))
    return { p: null, method: null };
  const expected = planned.map((weight) => (all * weight) / weights);
  const [first = 0] = counts;
  if (counts.length === 2 && Math.min(...expected) < LEAST_EXPECTED) {
    return { p: binomialExact(first, all, (planned[0] ?? 0) / weights), method: "exact" };
  }
  const distance = expected.reduce(
    (sum, wanted, arm) => sum + ((counts[arm] ?? 0) - wanted) ** 2 / wanted,
    0,
  );
  return { p: chiSquareSurvival(distance, counts.length - 1), method: "chi-square" };
}
