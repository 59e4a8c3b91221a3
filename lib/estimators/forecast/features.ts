import { countAtMost } from "#lib/stats/sorted-search.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import type { CascadeTimes } from "./cascade-times.ts";

const BIN = 15 * MINUTE;
const BINS = DAY / BIN;

/** Milliseconds to add to a UTC time to read the clock on the wall of a zone at that time. */
export type ZoneOffset = (utc: number) => number;

/** The local clock: zone and mean activity between two local times, as `activityClock` learns it. */
interface LocalClock {
  readonly offset: ZoneOffset;
  readonly activity: (from: number, to: number) => number;
}

/**
 * What the count ridge knows of a cascade cut at `age` (milliseconds): ln n, ln(1 + shares in the second half),
 * ln(1 + shares in the last quarter), ln(1 + seconds since the last share). METRICS §8.2.
 */
export function countFeatures({ times }: CascadeTimes, age: number): Float64Array {
  const n = countAtMost(times, age);
  const since = (part: number) => Math.log1p(n - countAtMost(times, part * age));
  const silence = (age - (times[n - 1] ?? 0)) / 1000;
  return Float64Array.of(Math.log(n), since(1 / 2), since(3 / 4), Math.log1p(silence));
}

/**
 * What the full ridge knows of a cascade cut at `age` (milliseconds), besides products: the count features, further
 * counts over time, the shape of the tree so far, and the hour of the day. METRICS §8.2.
 */
export function fullFeatures(cascade: CascadeTimes, age: number, clock: LocalClock): Float64Array {
  const n = countAtMost(cascade.times, age);
  return Float64Array.of(
    ...countFeatures(cascade, age),
    ...paceFeatures(cascade.times, age, n),
    ...treeFeatures(cascade, n),
    ...clockFeatures(cascade.startedAt + age, age, clock),
  );
}

function paceFeatures(times: Float64Array, age: number, n: number): number[] {
  const until = (part: number) => countAtMost(times, part * age);
  const middle = ((times[(n - 1) >> 1] ?? 0) + (times[n >> 1] ?? 0)) / 2;
  return [
    Math.log1p(until(1 / 2) - until(1 / 4)),
    Math.log1p(n - until(9 / 10)),
    Math.log(until(1 / 10)),
    Math.log1p(middle / 1000),
  ];
}

function treeFeatures({ parent, depth }: CascadeTimes, n: number): number[] {
  const children = new Int32Array(parent.length);
  let most = 0;
  let deepest = 0;
  let sumDepth = 0;
  for (let i = 1; i < n; i++) {
    const above = parent[i] ?? 0;
    const offspring = (children[above] ?? 0) + 1;
    children[above] = offspring;
    if (above !== 0 && offspring > most) most = offspring;
    const generation = depth[i] ?? 0;
    if (generation > deepest) deepest = generation;
    sumDepth += generation;
  }
  const direct = children[0] ?? 0;
  const meanDepth = sumDepth / Math.max(1, n - 1);
  return [direct, n - 1 - direct, most, deepest, meanDepth].map(Math.log1p);
}

function clockFeatures(now: number, age: number, { offset, activity }: LocalClock): number[] {
  const local = now + offset(now);
  const angle = (2 * Math.PI * (local % DAY)) / DAY;
  return [
    Math.log(activity(local - age, local)),
    Math.log(activity(local, local + 3 * HOUR)),
    Math.log(activity(local, local + 12 * HOUR)),
    Math.sin(angle),
    Math.cos(angle),
    Math.sin(2 * angle),
    Math.cos(2 * angle),
  ];
}

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
