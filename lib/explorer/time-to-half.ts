/**
 * Time from the root until half of the cascade's shares existed: the lag of the ⌈n/2⌉-th share by time,
 * milliseconds; a share earlier than the root counts as lag 0.
 * @param at UTC milliseconds, the root first, the others in any order
 * @returns null for a cascade of one share, which has no half
 */
export function timeToHalf(at: readonly number[]): number | null {
  const [start] = at;
  if (start === undefined || at.length < 2) return null;
  const sorted = Float64Array.from(at).sort();
  return Math.max(0, (sorted[Math.ceil(at.length / 2) - 1] ?? start) - start);
}
