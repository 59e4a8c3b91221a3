import type { Interval } from "./interval.ts";
import { logGamma } from "./log-gamma.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

/**
 * Score interval of a proportion, without continuity correction (Wilson 1927); exactly 0 or 1 at its end for
 * none or all of n. Null for n = 0.
 * @throws RangeError unless 0 ≤ x ≤ n
 */
export function wilsonInterval(x: number, n: number, level = 0.95): Interval | null {
  checkProportion(x, n);
  if (n === 0) return null;
  const z = normalQuantile((1 + level) / 2);
  const centre = x + (z * z) / 2;
  const half = z * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  const low = x === 0 ? 0 : (centre - half) / (n + z * z);
  const high = x === n ? 1 : (centre + half) / (n + z * z);
  return { low, high };
}

/**
 * Interval of the difference of two independent proportions, B − A, from their Wilson intervals (Newcombe
 * 1998, method 10). Null when either n is 0.
 * @throws RangeError unless 0 ≤ x ≤ n for both
 */
export function newcombeInterval(
  xA: number,
  nA: number,
  xB: number,
  nB: number,
  level = 0.95,
): Interval | null {
  const a = wilsonInterval(xA, nA, level);
  const b = wilsonInterval(xB, nB, level);
  if (a === null || b === null) return null;
  const pA = xA / nA;
  const pB = xB / nB;
  const low = pB - pA - Math.hypot(pB - b.low, a.high - pA);
  const high = pB - pA + Math.hypot(b.high - pB, pA - a.low);
  return { low, high };
}

/** A standard normal statistic and its two-sided p. */
interface ZTest {
  readonly z: number;
  readonly p: number;
}

/**
 * Test that two independent proportions are equal, with the pooled standard error and no continuity
 * correction; z above 0 when B is higher. Null when either n is 0 or all outcomes are the same.
 * @throws RangeError unless 0 ≤ x ≤ n for both
 */
export function pooledZTest(xA: number, nA: number, xB: number, nB: number): ZTest | null {
  checkProportion(xA, nA);
  checkProportion(xB, nB);
  const pooled = (xA + xB) / (nA + nB);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / nA + 1 / nB));
  if (!(nA > 0 && nB > 0 && error > 0)) return null;
  const z = (xB / nB - xA / nA) / error;
  return { z, p: 2 * normalCdf(-Math.abs(z)) };
}

/**
 * Fisher's exact test that two independent proportions are equal: the two-sided p, as the mass of the tables
 * not likelier than the observed. 1 when an n is 0 or all outcomes are the same.
 * @throws RangeError unless 0 ≤ x ≤ n for both
 */
export function fisherExact(xA: number, nA: number, xB: number, nB: number): number {
  checkProportion(xA, nA);
  checkProportion(xB, nB);
  const successes = xA + xB;
  const least = Math.max(0, successes - nB);
  const most = Math.min(successes, nA);
  const logMass = [0];
  for (let x = least; x < most; x += 1) {
    const ratio = ((nA - x) / (x + 1)) * ((successes - x) / (nB - successes + x + 1));
    logMass.push((logMass.at(-1) ?? 0) + Math.log(ratio));
  }
  return exactTwoSidedP(logMass, xA - least);
}

/**
 * The exact binomial test that x of n came by chance at a probability: the two-sided p, as the mass of the outcomes
 * not likelier than the observed.
 * @param probability above 0 and below 1
 * @throws RangeError unless 0 ≤ x ≤ n
 */
export function binomialExact(x: number, n: number, probability: number): number {
  checkProportion(x, n);
  const odds = Math.log(probability) - Math.log1p(-probability);
  const logMass = [0];
  for (let i = 0; i < n; i += 1) logMass.push((logMass.at(-1) ?? 0) + Math.log((n - i) / (i + 1)) + odds);
  return exactTwoSidedP(logMass, x);
}

/** Probabilities nearer than this, relatively, count as equal: they differ by rounding only. */
const TIE = 1e-7;

/**
 * Two-sided p of a discrete distribution: the mass of all outcomes that are not likelier than the observed.
 * @param logMass ln of the probability of every outcome, up to a common constant
 * @param observed index of the outcome seen
 */
function exactTwoSidedP(logMass: readonly number[], observed: number): number {
  const seen = logMass[observed] ?? Number.NEGATIVE_INFINITY;
  let top = seen;
  for (const mass of logMass) top = Math.max(top, mass);
  let all = 0;
  let tail = 0;
  for (const mass of logMass) {
    const probability = Math.exp(mass - top);
    all += probability;
    if (mass <= seen + TIE) tail += probability;
  }
  return tail / all;
}

/**
 * P(pB > pA) for two independent proportions, each with the uniform prior Beta(1, 1). With whole counts the
 * integral of one Beta distribution function over the other density is a finite sum of positive terms:
 * expand I_p(αB, βB) by parts in αB and integrate each term. Absolute error below 1e-8 to a million trials;
 * O(xB).
 * @param xA whole, as all four
 * @throws RangeError unless 0 ≤ x ≤ n for both
 */
export function probabilityBetter(xA: number, nA: number, xB: number, nB: number): number {
  checkProportion(xA, nA);
  checkProportion(xB, nB);
  const alpha = xA + 1;
  const beta = nA - xA + 1;
  const betaB = nB - xB + 1;
  const failures = beta + betaB;
  let term = logGamma(failures) + logGamma(alpha + beta) - logGamma(alpha + failures) - logGamma(beta);
  let sum = 0;
  for (let i = 0; i <= xB; i += 1) {
    sum += Math.exp(term);
    term += Math.log(((alpha + i) / (alpha + i + failures)) * ((betaB + i) / (i + 1)));
  }
  return Math.min(1, sum);
}

/**
 * Guards the functions of a proportion.
 * @throws RangeError unless 0 ≤ x ≤ n
 */
function checkProportion(x: number, n: number): void {
  if (!(x >= 0 && x <= n)) throw new RangeError(`${x} of ${n} is no proportion`);
}
