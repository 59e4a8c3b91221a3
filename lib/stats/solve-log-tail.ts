/** The logarithm of a tail probability and its derivative. */
export interface TailPoint {
  readonly value: number;
  readonly slope: number;
}

const MOST_STEPS = 200;

/**
 * Where a log-concave tail has the given logarithm, by Newton's method. A tangent never lies below a concave
 * curve, so after the first step every iterate is on one side and moves towards the root: no bracket needed.
 */
export function solveLogTail(start: number, goal: number, tail: (u: number) => TailPoint): number {
  let u = start;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { value, slope } = tail(u);
    const step = (goal - value) / slope;
    u += step;
    if (!(Math.abs(step) > 1e-11 * Math.max(1, Math.abs(u)))) break;
  }
  return u;
}
