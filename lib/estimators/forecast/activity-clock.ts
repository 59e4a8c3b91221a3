import type { CascadeTimes } from "./cascade-times.ts";

/** Milliseconds to add to a UTC time to read the clock on the wall of a zone at that time. */
export type ZoneOffset = (utc: number) => number;

const DAY = 86_400_000;
const BIN = 900_000;
const BINS = DAY / BIN;

/**
 * The hours of the day at which people share, learnt from the shares of `history` (seeds left out) in quarters
 * of an hour, each with one share added so that no quarter is empty.
 *
 * @returns the mean activity between two local times in milliseconds, relative to a mean day's 1
 */
export function activityClock(
  history: readonly CascadeTimes[],
  offset: ZoneOffset,
): (from: number, to: number) => number {
  const counts = new Float64Array(BINS).fill(1);
  let total = BINS;
  for (const { startedAt, times } of history) {
    const local = startedAt + offset(startedAt);
    for (let i = 1; i < times.length; i++) {
      const bin = Math.floor((local + (times[i] ?? 0)) / BIN) % BINS;
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    total += times.length - 1;
  }
  const before = new Float64Array(BINS + 1);
  counts.forEach((count, bin) => {
    before[bin + 1] = (before[bin] ?? 0) + count;
  });
  const until = (local: number) => {
    const days = Math.floor(local / DAY);
    const place = (local - days * DAY) / BIN;
    const bin = Math.floor(place);
    return days * total + (before[bin] ?? 0) + (place - bin) * (counts[bin] ?? 0);
  };
  return (from, to) => (((until(to) - until(from)) / (to - from)) * DAY) / total;
}
