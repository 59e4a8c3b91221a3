import type { CascadeCount } from "#lib/estimators/reproduction/clustered-sums.ts";
import type { Random } from "#lib/stats/random.ts";

const PERMUTATIONS = 10_000;
/** Equal statistics may differ by rounding, as their terms come in another order. */
const TIE = 1 - 1e-12;

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
