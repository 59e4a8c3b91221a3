import { concentrationTopShare } from "#lib/stats/concentration-top-share.ts";

/**
 * Share of the total that the largest proportion p of values holds, the last of them in part. Null when the
 * values are none or sum to 0.
 * @param values not negative, in any order
 */
export function topShare(values: Iterable<number>, p: number): number | null {
  const histogram = new Map<number, number>();
  for (const value of values) histogram.set(value, (histogram.get(value) ?? 0) + 1);
  return concentrationTopShare(histogram, p);
}
