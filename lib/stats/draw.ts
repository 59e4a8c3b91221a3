import type { Random } from "./random.ts";

/**
 * One draw from the exponential distribution, by inversion.
 *
 * @param mean mean of the untruncated distribution, in the unit of the answer
 * @param horizon draws are conditioned to be at most this; the whole half-line when left out
 */
export function drawExponential(random: Random, mean: number, horizon = Number.POSITIVE_INFINITY): number {
  const withinHorizon = -Math.expm1(-horizon / mean);
  return -mean * Math.log1p(-random.next() * withinHorizon);
}

/**
 * One draw from the Lomax (shifted Pareto) distribution `F(x) = 1 - (scale / (x + scale))^theta`, by inversion.
 *
 * Source: Lomax 1954, JASA 49.
 *
 * @param theta tail exponent, > 0; the untruncated mean is infinite for theta <= 1
 * @param scale in the unit of the answer, > 0
 * @param horizon draws are conditioned to be at most this; the whole half-line when left out
 */
export function drawLomax(
  random: Random,
  theta: number,
  scale: number,
  horizon = Number.POSITIVE_INFINITY,
): number {
  const withinHorizon = -Math.expm1(-theta * Math.log1p(horizon / scale));
  return scale * Math.expm1(-Math.log1p(-random.next() * withinHorizon) / theta);
}

/** One draw from the standard normal distribution. Source: Box and Muller 1958, Ann Math Stat 29. */
export function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log1p(-random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/**
 * One draw from the log-normal distribution.
 *
 * @param median positive, in the unit of the answer
 * @param sigma standard deviation of the logarithm, >= 0; the mean is `median * exp(sigma^2 / 2)`
 */
export function drawLognormal(random: Random, median: number, sigma: number): number {
  return median * Math.exp(sigma * drawNormal(random));
}

/**
 * One draw from the gamma distribution with scale 1: mean and variance are both `shape`.
 * Shapes below 1 use `Gamma(shape + 1) * U^(1 / shape)`, which may underflow to 0 for very small shapes.
 *
 * Source: Marsaglia and Tsang 2000, "A simple method for generating gamma variables", ACM TOMS 26(3).
 *
 * @param shape > 0
 * @throws RangeError for a shape that is not positive and finite
 */
export function drawGamma(random: Random, shape: number): number {
  if (!(shape > 0 && Number.isFinite(shape))) throw new RangeError(`Not a gamma shape: ${shape}.`);
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const cubeRoot = 1 + c * x;
    if (cubeRoot <= 0) continue;
    const v = cubeRoot ** 3;
    if (Math.log1p(-random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** exp(-500) is still a normal double; a larger mean is drawn in pieces, whose counts add up. */
const LARGEST_PIECE = 500;

/**
 * One draw from the Poisson distribution. Takes time in proportion to the answer.
 *
 * Source: Knuth 1997, The Art of Computer Programming 2, section 3.4.1 (products of uniforms).
 *
 * @param mean >= 0
 * @throws RangeError for a negative or infinite mean
 */
export function drawPoisson(random: Random, mean: number): number {
  if (!(mean >= 0 && Number.isFinite(mean))) throw new RangeError(`Not a Poisson mean: ${mean}.`);
  let count = 0;
  for (let rest = mean; rest > 0; rest -= LARGEST_PIECE) {
    const floor = Math.exp(-Math.min(rest, LARGEST_PIECE));
    for (let product = 1 - random.next(); product > floor; product *= 1 - random.next()) count += 1;
  }
  return count;
}

/**
 * One of the options, each with probability weight / sum of weights.
 *
 * @param options weights are >= 0 and need not add up to 1
 * @throws RangeError when no option has a positive weight
 */
export function drawWeighted<Option extends { readonly weight: number }>(
  random: Random,
  options: readonly Option[],
): Option {
  let total = 0;
  for (const option of options) total += option.weight;
  let rest = random.next() * total;
  let last: Option | undefined;
  for (const option of options) {
    if (option.weight <= 0) continue;
    last = option;
    rest -= option.weight;
    if (rest < 0) return option;
  }
  // Rounding can leave a crumb after the last subtraction.
  if (last === undefined) throw new RangeError("No option has a positive weight.");
  return last;
}
