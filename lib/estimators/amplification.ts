import type { Estimate } from "#lib/domain/estimate.ts";
import { cascadeRatio, jackknifeEstimate } from "./cascade-ratio.ts";
import type { CascadeSizes } from "./cascade-sizes.ts";
import { mapEstimate, openEnd } from "./estimates.ts";
import type { LagsInput } from "./interval.ts";
import { type ReproductionNumber, reproductionNumber } from "./k.ts";
import type { LagSample } from "./lag-sample.ts";

/**
 * Measured: where the range of K reaches this, what is shown as a 95 % range of shares per seed held it in 48, 55 and 89 %
 * of campaigns of K .9 (10, 20, 100 cascades): those that happen to look bounded are the ones whose K fell out low.
 */
const NEAR_ONE = 0.9;
const UNBOUNDED = { value: Number.POSITIVE_INFINITY, note: "unbounded" } as const;

/** Shares per seed beyond the seed itself, from children of a sharer (K) and of a seed (K0); above 0. */
type Earned = (k: number, k0: number) => number;

/** What follows from K and K0 of one campaign, each with what it is without each cascade. */
type Loop = Pick<LagsInput, "sharers" | "seeds" | "interval">;

/**
 * Shares per seed in the long run, 1 + K0/(1 − K), one jackknife of the whole expression (METRICS §5.1): K0 is not
 * known either. Where K, K without one of the cascades, or the upper end of K reaches 1, these data set no bound; where
 * that end is near 1, the range is not to be leant on: "imprecise".
 * While K is not watched to its horizon only "no bound" may be said, and only of a K above 1 already (§2.9).
 * @param horizon maturity horizon in milliseconds
 */
export function expectedAmplificationOf(loop: Loop, horizon: number): Estimate {
  const { k, k0 } = numbersOf(loop, horizon);
  const missing = unknownOf(k, k0);
  if (missing !== null) return missing;
  if (k.estimate.value === null) return k.estimate;
  const { value, low = value, high = value } = k.estimate;
  if (k.within < horizon) return low > 1 ? UNBOUNDED : { value: null, why: "too-early" };
  const reaches = high >= 1 || (k.leftOut?.without.some((without) => without >= 1) ?? false);
  if (reaches) return UNBOUNDED;
  const found = earned(loop, { k, k0 }, (of, seeds) => seeds / (1 - of));
  return high < NEAR_ONE || found.note !== undefined ? found : { ...found, note: "imprecise" };
}

/**
 * Shares per seed after a number of generations: finite whatever K is. Unknown while K is not watched to its horizon,
 * unless it is above 1 already.
 * @param generations whole number that fits in the reporting period: its length over the viral cycle time
 */
export function expectedAmplificationWithin(loop: Loop, horizon: number, generations: number): Estimate {
  const { k, k0 } = numbersOf(loop, horizon);
  const missing = unknownOf(k, k0);
  if (missing !== null) return missing;
  const isAbove = (k.estimate.low ?? 0) > 1;
  if (k.within < horizon && !isAbove) return { value: null, why: "too-early" };
  return earned(loop, { k, k0 }, (of, seeds) => amplificationWithin(of, generations, seeds) - 1);
}

/**
 * Shares per seed after a number of generations, 1 + K0 Σ K^g over g below it: finite whatever K is.
 * @param k children of a sharer
 * @param generations whole number that fits in the reporting period: its length over the viral cycle time
 * @param k0 children of a seed; left out where seeds behave like sharers
 */
export function amplificationWithin(k: number, generations: number, k0 = k): number {
  let born = k0;
  let shares = 1;
  for (let generation = 1; generation <= generations; generation++) {
    shares += born;
    born *= k;
  }
  return shares;
}

/**
 * Shares per seed over mature cascades, seeds included (METRICS §5.1). For the amplification of what was
 * paid, give the cascades under paid seeds alone.
 */
export function realisedAmplification({ mature, growing, seeders }: CascadeSizes): Estimate {
  if (mature.length === 0 && growing.length > 0) return { value: null, why: "censored" };
  const clusters = new Map<number, { x: number; y: number }>();
  mature.forEach((size, i) => {
    const seeder = seeders?.[i] ?? i;
    const { x, y } = clusters.get(seeder) ?? { x: 0, y: 0 };
    clusters.set(seeder, { x: x + 1, y: y + size - 1 });
  });
  const perSeed = cascadeRatio(clusters.values(), { denominator: true });
  return mapEstimate(perSeed, (shares) => shares + 1);
}

interface Numbers {
  readonly k: ReproductionNumber;
  readonly k0: ReproductionNumber;
}

function numbersOf({ sharers, seeds, interval }: Loop, horizon: number): Numbers {
  return {
    k: reproductionNumber(sharers, horizon, interval.cdf),
    k0: reproductionNumber(seeds, horizon, interval.cdf),
  };
}

/** What stands in the way of a value: of K0 only why, as its notes are about something else. */
function unknownOf(k: ReproductionNumber, k0: ReproductionNumber): Estimate | null {
  if (k0.estimate.value === null) return { value: null, why: k0.estimate.why };
  return k.estimate.value === null ? k.estimate : null;
}

function earned({ sharers, seeds }: Loop, { k, k0 }: Numbers, of: Earned): Estimate {
  const [valueK, valueK0] = [k.estimate.value ?? 0, k0.estimate.value ?? 0];
  const value = openEnd(1 + of(valueK, valueK0));
  if (value === Number.POSITIVE_INFINITY) return UNBOUNDED;
  if (valueK0 === 0) return { value, note: "no-children" };
  const { without, weights } = joined([
    { sample: sharers, number: k, value: valueK, byExpected: true },
    { sample: seeds, number: k0, value: valueK0, byExpected: false },
  ]);
  const scale = (one: number, seed: number) => Math.log(of(one, seed));
  const leftOut = {
    theta: scale(valueK, valueK0),
    without: without.map(([one = valueK, seed = valueK0]) => scale(one, seed)),
    weights,
    floor: floorOf({ k, k0 }, valueK),
  };
  return jackknifeEstimate(value, leftOut, (theta) => 1 + Math.exp(theta), without.length);
}

/** 1/C0 + (K/(1 − K))²/C: the variance if all shares were independent. */
function floorOf({ k, k0 }: Numbers, value: number): number {
  const ofSharers = k.children === 0 || value >= 1 ? 0 : (value / (1 - value)) ** 2 / k.children;
  return 1 / k0.children + ofSharers;
}

interface Part {
  readonly sample: LagSample;
  readonly number: ReproductionNumber;
  readonly value: number;
  readonly byExpected: boolean;
}

/** Both numbers without each cascade of either sample, and the larger of its weights. */
function joined(parts: readonly Part[]): { without: number[][]; weights: number[] } {
  const placeOf = new Map<number, number>();
  const without: number[][] = [];
  const weights: number[] = [];
  parts.forEach(({ sample, number: { leftOut, children }, value, byExpected }, part) => {
    sample.roots.forEach((root, cascade) => {
      const place = placeOf.get(root) ?? without.length;
      placeOf.set(root, place);
      without[place] ??= [];
      without[place][part] = leftOut?.without[cascade] ?? value;
      const own = leftOut?.born[cascade] ?? 0;
      const most = byExpected ? Math.max(own, leftOut?.expected[cascade] ?? 0) : own;
      weights[place] = Math.max(weights[place] ?? 0, children === 0 ? 0 : most / children);
    });
  });
  return { without, weights };
}
