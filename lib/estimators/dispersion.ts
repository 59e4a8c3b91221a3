import type { LeftOut } from "#lib/stats/jackknife.ts";
import { type NegativeBinomialPeak, negativeBinomialPeak } from "#lib/stats/negative-binomial/fit.ts";
import { negativeBinomialSample } from "#lib/stats/negative-binomial/sample.ts";
import { OffspringTally } from "./offspring-tally.ts";

/** Children of sharers, the sharers of one cascade together. */
export interface OffspringShares {
  readonly count: ArrayLike<number>;
  /** Effective share of each, above 0: 1 when mature. */
  readonly exposure: ArrayLike<number>;
  /** Cascade of each, numbered from 0, never falling. */
  readonly cascade: ArrayLike<number>;
  readonly cascades: number;
}

/** So many of the largest are left out by a fit of their own; the others move it too little to need one. */
const EXACT = 200;

/**
 * ln k of the negative binomial fitted to children, and the same without each cascade (METRICS §4.1): the largest by
 * fitting anew, the others by one Newton step. A fit without one of them that is Poisson, or has no child left, counts
 * as the whole one.
 *
 * @param peak the fit to all of them
 * @returns null where k is infinite, which has no scale to vary on
 */
export function dispersionLeftOut(shares: OffspringShares, peak: NegativeBinomialPeak): LeftOut | null {
  if (peak.dispersion === Number.POSITIVE_INFINITY) return null;
  const theta = Math.log(peak.dispersion);
  const starts = startsOf(shares);
  const weights = weightsOf(shares, starts);
  const largest = weights.map((_, j) => j).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  const without =
    shares.cascades > EXACT
      ? stepsWithout(shares, starts, peak)
      : new Float64Array(shares.cascades).fill(theta);
  const tally = new OffspringTally();
  for (let share = 0; share < shares.count.length; share++) add(share, 1);
  for (const j of largest.slice(0, EXACT)) {
    each(j, -1);
    without[j] = refitted() ?? theta;
    each(j, 1);
  }
  return { theta, without, weights, df: "effective" };

  function add(share: number, times: 1 | -1): void {
    tally.add(shares.count[share] ?? 0, shares.exposure[share] ?? 1, times);
  }
  function each(cascade: number, times: 1 | -1): void {
    const end = starts[cascade + 1] ?? 0;
    for (let share = starts[cascade] ?? 0; share < end; share++) add(share, times);
  }
  function refitted(): number | null {
    const sample = negativeBinomialSample(tally.histogram, tally.groups());
    if (!(sample.exposure > 0) || sample.children === 0) return null;
    const { dispersion } = negativeBinomialPeak(sample);
    return dispersion === Number.POSITIVE_INFINITY ? null : Math.log(dispersion);
  }
}

/** The first share of each cascade, and the number of shares at the end. */
function startsOf({ cascade, cascades }: OffspringShares): Int32Array {
  const starts = new Int32Array(cascades + 1);
  for (let share = 0; share < cascade.length; share++) {
    const place = (cascade[share] ?? 0) + 1;
    starts[place] = (starts[place] ?? 0) + 1;
  }
  for (let place = 1; place <= cascades; place++)
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  return starts;
}

/** The larger of a cascade's parts of all effective shares and of all children. */
function weightsOf({ count, exposure, cascades }: OffspringShares, starts: Int32Array): number[] {
  const sums = Array.from({ length: cascades }, (_, j) => {
    let [watched, children] = [0, 0];
    for (let share = starts[j] ?? 0; share < (starts[j + 1] ?? 0); share++) {
      watched += exposure[share] ?? 0;
      children += count[share] ?? 0;
    }
    return { watched, children };
  });
  const watched = sums.reduce((sum, one) => sum + one.watched, 0);
  const children = sums.reduce((sum, one) => sum + one.children, 0);
  return sums.map((one) => Math.max(one.watched / watched, one.children / children));
}

/** First and second derivatives of the log-likelihood in ln R and ln k. */
interface Slopes {
  r: number;
  k: number;
  rr: number;
  rk: number;
  kk: number;
}

/** ln k without each cascade by one Newton step from the whole fit, R moving along. O(shares). */
function stepsWithout(shares: OffspringShares, starts: Int32Array, peak: NegativeBinomialPeak): Float64Array {
  const rising = risingTables(shares.count, peak.dispersion);
  const own = Array.from({ length: shares.cascades }, (_, j) =>
    slopesOf(shares, { from: starts[j] ?? 0, to: starts[j + 1] ?? 0 }, peak, rising),
  );
  const whole: Slopes = { r: 0, k: 0, rr: 0, rk: 0, kk: 0 };
  for (const one of own) {
    whole.rr += one.rr;
    whole.rk += one.rk;
    whole.kk += one.kk;
  }
  const theta = Math.log(peak.dispersion);
  return Float64Array.from(own, (one) => {
    const [rr, rk, kk] = [whole.rr - one.rr, whole.rk - one.rk, whole.kk - one.kk];
    return theta + (rr * one.k - rk * one.r) / (rr * kk - rk * rk);
  });
}

interface Rising {
  /** Σ 1/(k + i) over i below a count, by the count. */
  readonly first: Float64Array;
  /** Σ 1/(k + i)². */
  readonly second: Float64Array;
}

function risingTables(count: ArrayLike<number>, k: number): Rising {
  let most = 0;
  for (let share = 0; share < count.length; share++) most = Math.max(most, count[share] ?? 0);
  const first = new Float64Array(most + 1);
  const second = new Float64Array(most + 1);
  for (let x = 1; x <= most; x++) {
    const inverse = 1 / (k + x - 1);
    first[x] = (first[x - 1] ?? 0) + inverse;
    second[x] = (second[x - 1] ?? 0) + inverse * inverse;
  }
  return { first, second };
}

function slopesOf(
  { count, exposure }: OffspringShares,
  { from, to }: { from: number; to: number },
  { mean, dispersion: k }: NegativeBinomialPeak,
  { first, second }: Rising,
): Slopes {
  const sums: Slopes = { r: 0, k: 0, rr: 0, rk: 0, kk: 0 };
  for (let share = from; share < to; share++) {
    const x = count[share] ?? 0;
    const m = mean * (exposure[share] ?? 1);
    const above = k + m;
    const score = k * ((first[x] ?? 0) + (m - x) / above - Math.log1p(m / k));
    sums.r += (k * (x - m)) / above;
    sums.rr -= ((x + k) * m * k) / above ** 2;
    sums.rk += (k * m * (x - m)) / above ** 2;
    sums.k += score;
    sums.kk += score + k * k * (m / (k * above) - (second[x] ?? 0) - (m - x) / above ** 2);
  }
  return sums;
}
