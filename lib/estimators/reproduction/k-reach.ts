import type { LagSample } from "./lag-sample.ts";

const LEAST_SHARES = 10;
const LEAST_CASCADES = 3;

/**
 * The age up to which enough shares were watched to say how many children they have: ten of them, from three
 * cascades. Of a sample with fewer than that, all must have been watched.
 * @returns milliseconds, at most the horizon; 0 for an empty sample
 */
export function kReach(sample: Pick<LagSample, "age" | "cascade" | "cascades">, horizon: number): number {
  const oldest = new Float64Array(sample.cascades);
  for (let share = 0; share < sample.age.length; share++) {
    const of = sample.cascade[share] as number;
    oldest[of] = Math.max(oldest[of] as number, sample.age[share] as number);
  }
  return Math.min(horizon, nthLargest(sample.age, LEAST_SHARES), nthLargest(oldest, LEAST_CASCADES));
}

/** The n-th largest of the values, or the smallest when there are fewer; 0 of none. */
function nthLargest(values: Float64Array, n: number): number {
  const largest: number[] = [];
  for (const value of values) {
    if (largest.length === n && value <= (largest[n - 1] as number)) continue;
    if (largest.length === n) largest.pop();
    const place = largest.findIndex((other) => other < value);
    largest.splice(place === -1 ? largest.length : place, 0, value);
  }
  return largest.at(-1) ?? 0;
}
