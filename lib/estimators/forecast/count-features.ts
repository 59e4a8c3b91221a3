import type { CascadeTimes } from "./cascade-times.ts";
import { countUntil } from "./count-until.ts";

/**
 * What the count ridge knows of a cascade cut at `age` (milliseconds): ln n, ln(1 + shares in the second half),
 * ln(1 + shares in the last quarter), ln(1 + seconds since the last share). METRICS §8.2.
 */
export function countFeatures({ times }: CascadeTimes, age: number): Float64Array {
  const n = countUntil(times, age);
  const since = (part: number) => Math.log1p(n - countUntil(times, part * age));
  const silence = (age - (times[n - 1] ?? 0)) / 1000;
  return Float64Array.of(Math.log(n), since(1 / 2), since(3 / 4), Math.log1p(silence));
}
