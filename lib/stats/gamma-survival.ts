import { gammaTails } from "#lib/stats/gamma-tails.ts";

/**
 * P(X > x) for X ~ Gamma(shape, rate), the upper regularised incomplete gamma function; relative error
 * below 1e-10 far into the tail, where 1 − gammaCdf has no digits left. 1 at or below x = 0.
 * @throws RangeError unless shape and rate are above 0 and finite, and x is a number
 */
export function gammaSurvival(x: number, shape: number, rate = 1): number {
  if (!(shape > 0 && rate > 0 && shape < Infinity && rate < Infinity) || Number.isNaN(x)) {
    throw new RangeError(`no gamma distribution at ${x}, shape ${shape}, rate ${rate}`);
  }
  const z = x * rate;
  if (z <= 0) return 1;
  return z === Infinity ? 0 : Math.exp(gammaTails(z, shape).upper);
}
