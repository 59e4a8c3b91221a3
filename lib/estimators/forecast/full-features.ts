import type { ZoneOffset } from "./activity-clock.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { countFeatures } from "./count-features.ts";
import { countUntil } from "./count-until.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The local clock: zone and mean activity between two local times, as `activityClock` learns it. */
export interface LocalClock {
  readonly offset: ZoneOffset;
  readonly activity: (from: number, to: number) => number;
}

/**
 * What the full ridge knows of a cascade cut at `age` (milliseconds), besides products: the count features, further
 * counts over time, the shape of the tree so far, and the hour of the day. METRICS §8.2.
 */
export function fullFeatures(cascade: CascadeTimes, age: number, clock: LocalClock): Float64Array {
  const n = countUntil(cascade.times, age);
  return Float64Array.of(
    ...countFeatures(cascade, age),
    ...paceFeatures(cascade.times, age, n),
    ...treeFeatures(cascade, n),
    ...clockFeatures(cascade.startedAt + age, age, clock),
  );
}

function paceFeatures(times: Float64Array, age: number, n: number): number[] {
  const until = (part: number) => countUntil(times, part * age);
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
