import { drawNormal } from "#lib/stats/draw-normal.ts";
import type { Random } from "#lib/stats/random.ts";

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
