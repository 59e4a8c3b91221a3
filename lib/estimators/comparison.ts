import type { Estimate } from "#lib/domain/estimate.ts";
import { holm } from "#lib/stats/multiple-testing.ts";
import type { Random } from "#lib/stats/random.ts";
import { tCdf, tQuantile } from "#lib/stats/student-t.ts";
import type { CascadeCount } from "./cascade-ratio.ts";
import { clusteredRatio, clusteredSums } from "./clustered-k.ts";

/** For the draws of a permutation test: fixed, so that equal cascades give equal answers. */
export const PERMUTATION_SEED = 3;
const LEAST_FOR_PERMUTATION = 5;
const LEAST_FOR_T = 10;
const PERMUTATIONS = 10_000;
/** Equal statistics may differ by rounding, as their terms come in another order. */
const TIE = 1 - 1e-12;
/** 2 (z₀.₉₇₅ + z₀.₈)²: a two-sided test at 5 % that finds the difference four times in five. */
const FACTOR = 15.7;

/** Which test to trust: "none" where there are too few cascades for any. */
type ArmsTest = "cluster-t" | "permutation" | "none";

/** Two arms of a comparison, by their index. */
export interface PairOfArms extends Pick<KComparison, "ratio"> {
  readonly a: number;
  readonly b: number;
  readonly by: ArmsTest;
  /** Two-sided, before allowing for the other pairs; null without a test. */
  readonly p: number | null;
  /** The same after Holm's step-down over all pairs tested. */
  readonly adjusted: number | null;
}

/** Channels or variants compared by K. */
interface ArmsComparison {
  /** That all arms which can be tested have the same K; null when fewer than two can. */
  readonly overall: number | null;
  readonly pairs: readonly PairOfArms[];
}

/**
 * Compares arms by K (METRICS §7): one permutation test over all, then pairs with Holm's correction. A pair
 * is tested by the cluster-robust t from ten cascades in each arm, by permutation of cascades from five; with
 * fewer, or no children in an arm, there are only the counts to show.
 * @param arms cascades of every arm
 */
export function compareArms(arms: readonly (readonly CascadeCount[])[], random: Random): ArmsComparison {
  const cascades = arms.map((arm) => clusteredSums(arm).cascades);
  const testable = arms.filter((_, arm) => (cascades[arm] as number) >= LEAST_FOR_PERMUTATION);
  const tested = arms.flatMap((a, i) =>
    arms.slice(i + 1).map((b, next) => {
      const fewest = Math.min(cascades[i] as number, cascades[i + 1 + next] as number);
      return { a: i, b: i + 1 + next, ...testPair(a, b, fewest, random) };
    }),
  );
  const adjusted = holm(tested.flatMap(({ p }) => (p === null ? [] : [p]))).values();
  return {
    overall: testable.length < 2 ? null : permuteCascades(testable, random),
    pairs: tested.map((pair) => ({
      ...pair,
      adjusted: pair.p === null ? null : (adjusted.next().value ?? null),
    })),
  };
}

function testPair(
  a: readonly CascadeCount[],
  b: readonly CascadeCount[],
  fewest: number,
  random: Random,
): Pick<PairOfArms, "ratio" | "by" | "p"> {
  const { ratio, test } = compareK(a, b);
  if (fewest < LEAST_FOR_PERMUTATION || ratio.value === null) {
    return { ratio: { value: null, why: "too-few" }, by: "none", p: null };
  }
  if (fewest >= LEAST_FOR_T && test !== null) return { ratio, by: "cluster-t", p: test.p };
  return { ratio, by: "permutation", p: permuteCascades([a, b], random) };
}

/** Two arms compared by the ratio of their K. */
interface KComparison {
  /** K of B over K of A. */
  readonly ratio: Estimate;
  /** Null where there is no ratio, or no spread between cascades to judge it by. */
  readonly test: { readonly t: number; readonly df: number; readonly p: number } | null;
}

const NONE: KComparison = { ratio: { value: null, why: "too-few" }, test: null };

/**
 * Cluster-robust log ratio: t = ln(K_B/K_A) / √(l_A² + l_B²) with l = se/K, Welch and Satterthwaite's degrees
 * of freedom, two-sided p (METRICS §7). No ratio when an arm has fewer than two cascades or no children.
 */
export function compareK(a: Iterable<CascadeCount>, b: Iterable<CascadeCount>): KComparison {
  const armA = armOf(a);
  const armB = armOf(b);
  if (armA === null || armB === null) return NONE;
  const ratio = armB.k / armA.k;
  const variance = armA.variance + armB.variance;
  if (variance === 0) return { ratio: { value: ratio }, test: null };
  const df = variance ** 2 / (armA.variance ** 2 / armA.df + armB.variance ** 2 / armB.df);
  const t = Math.log(ratio) / Math.sqrt(variance);
  const factor = Math.exp(tQuantile(0.975, df) * Math.sqrt(variance));
  return {
    ratio: { value: ratio, low: ratio / factor, high: ratio * factor },
    test: { t, df, p: 2 * tCdf(-Math.abs(t), df) },
  };
}

/** K of an arm, the variance of its logarithm, and the degrees of freedom of that. */
function armOf(counts: Iterable<CascadeCount>): { k: number; variance: number; df: number } | null {
  const sums = clusteredSums(counts);
  const { value, error } = clusteredRatio(sums);
  if (!value || error === null) return null;
  return { k: value, variance: (error / value) ** 2, df: sums.cascades - 1 };
}

/**
 * Permutation test over cascades that all arms have the same K: p of the weighted variance of K between the
 * arms, Σ (y − Kx)²/x, among 10,000 random ways to deal the cascades to arms of the same numbers. For two
 * arms it is the two-sided test of their difference. Takes 10,000 draws per cascade outside the largest arm.
 *
 * @param arms two or more
 * @returns p, at least 1/10,001; 1 when no cascade differs from another
 */
export function permuteCascades(arms: readonly (readonly CascadeCount[])[], random: Random): number {
  // The largest arm takes what the others leave, so that its cascades need no draw.
  const groups = arms.map((arm) => arm.filter(({ x }) => x > 0)).toSorted((a, b) => a.length - b.length);
  const cascades = groups.flat();
  const x = Float64Array.from(cascades, (cascade) => cascade.x);
  const y = Float64Array.from(cascades, (cascade) => cascade.y);
  const ends = groups.map((_, i) => groups.slice(0, i + 1).flat().length);
  const k = sum(y) / sum(x);
  const totalX = sum(x);
  const residuals = y.map((children, i) => children - k * (x[i] as number));
  const observed = spreadBetween(ends, x, residuals, totalX);
  let asLarge = 1;
  for (let i = 0; i < PERMUTATIONS; i++) {
    deal(x, residuals, ends.at(-2) ?? 0, random);
    if (spreadBetween(ends, x, residuals, totalX) >= observed * TIE) asLarge += 1;
  }
  return asLarge / (PERMUTATIONS + 1);
}

/** Σ (Σ residuals)²/Σx over arms; the last arm's sums are what the others leave of the totals. */
function spreadBetween(
  ends: readonly number[],
  x: Float64Array,
  residuals: Float64Array,
  totalX: number,
): number {
  let spread = 0;
  let restX = totalX;
  let restResidual = 0;
  let i = 0;
  for (let arm = 0; arm < ends.length - 1; arm++) {
    let shares = 0;
    let residual = 0;
    for (; i < (ends[arm] as number); i++) {
      shares += x[i] as number;
      residual += residuals[i] as number;
    }
    if (shares > 0) spread += (residual * residual) / shares;
    restX -= shares;
    restResidual -= residual;
  }
  return restX > 0 ? spread + (restResidual * restResidual) / restX : spread;
}

/** Fisher and Yates's shuffle, of the first places only. */
function deal(x: Float64Array, residuals: Float64Array, places: number, random: Random): void {
  for (let i = 0; i < places; i++) {
    const j = i + Math.floor(random.next() * (x.length - i));
    swap(x, i, j);
    swap(residuals, i, j);
  }
}

function swap(values: Float64Array, i: number, j: number): void {
  const value = values[i] as number;
  values[i] = values[j] as number;
  values[j] = value;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Cascades that each arm of a comparison of K needs, about 15.7 (s / ln ρ)².
 * @param spread s, standard deviation of ln K from cascade to cascade: se/K · √cascades of an earlier estimate
 * @param ratio ρ, the smallest ratio of K worth finding, above 0; Infinity many are needed for 1
 */
export function planCascades(spread: number, ratio: number): number {
  return Math.ceil(FACTOR * (spread / Math.log(ratio)) ** 2);
}
