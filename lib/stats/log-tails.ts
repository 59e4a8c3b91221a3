import { MOST_STEPS, type PointAndSlope } from "./newton.ts";

/** Both tails of a distribution at one point, as logarithms, so that neither underflows. */
export interface LogTails {
  /** ln P(X ≤ x). */
  readonly lower: number;
  /** ln P(X > x). */
  readonly upper: number;
  /** ln of the density of a transformed X; the function says which. */
  readonly density: number;
}

/** ln(1 − e^x), the logarithm of the other tail; rounding above 0 counts as 0. */
export function logComplement(x: number): number {
  return Math.log(-Math.expm1(Math.min(x, 0)));
}

/**
 * Where a log-concave tail has the given logarithm, by Newton's method. A tangent never lies below a concave
 * curve, so after the first step every iterate is on one side and moves towards the root: no bracket needed.
 * @param tail the logarithm of the tail probability and its derivative
 */
export function solveLogTail(start: number, goal: number, tail: (u: number) => PointAndSlope): number {
  let u = start;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { value, slope } = tail(u);
    const step = (goal - value) / slope;
    u += step;
    if (!(Math.abs(step) > 1e-11 * Math.max(1, Math.abs(u)))) break;
  }
  return u;
}

/**
 * The normal deviate with upper tail p to 3e-3 (Abramowitz and Stegun 26.2.22): a place to start from.
 * @param p above 0, at most 1/2
 */
export function roughNormalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  return t - (2.30753 + 0.27061 * t) / (1 + (0.99229 + 0.04481 * t) * t);
}
