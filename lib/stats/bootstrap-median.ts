import type { Interval } from "./interval.ts";
import { quantile } from "./quantile.ts";
import type { Random } from "./random.ts";

/**
 * The median of a sample with its 95 % percentile-bootstrap interval (Efron 1979): the sample is drawn anew
 * with replacement, and the middle 95 % of the medians is the interval.
 * @param sorted ascending, not empty
 * @param draws number of resamples
 */
export function bootstrapMedian(
  sorted: ArrayLike<number>,
  random: Random,
  draws = 1000,
): Interval & { readonly value: number } {
  const medians = Float64Array.from({ length: draws }, () => resampledMedian(sorted, random)).sort();
  const value = quantile(sorted, 0.5);
  return {
    value,
    // The interval contains the estimate, also where few draws or many ties would leave it out.
    low: Math.min(value, quantile(medians, 0.025)),
    high: Math.max(value, quantile(medians, 0.975)),
  };
}

/** Draws ranks instead of values: counted by rank, they need no sorting. */
function resampledMedian(sorted: ArrayLike<number>, random: Random): number {
  const size = sorted.length;
  const times = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const rank = Math.floor(random.next() * size);
    times[rank] = (times[rank] ?? 0) + 1;
  }
  const [lower, upper] = [Math.floor((size - 1) / 2), Math.floor(size / 2)];
  let seen = 0;
  let first: number | undefined;
  for (let rank = 0; rank < size; rank++) {
    seen += times[rank] ?? 0;
    if (first === undefined && seen > lower) first = sorted[rank];
    if (seen > upper) return ((first ?? 0) + (sorted[rank] ?? 0)) / 2;
  }
  return sorted[size - 1] ?? 0;
}
