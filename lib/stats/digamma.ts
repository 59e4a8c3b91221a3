const LARGE = 12;

/**
 * ψ(x) = d/dx ln Γ(x), by recurrence and the asymptotic series (Abramowitz and Stegun 6.3.5, 6.3.18).
 * Relative error below 1e-13; within 1e-3 of its zero at 1.4616 the absolute error is below 1e-15 instead.
 * @throws RangeError unless x is above 0
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma needs an argument above 0, not ${x}`);
  let shift = 0;
  let z = x;
  for (; z < LARGE; z += 1) shift += 1 / z;
  const w = 1 / (z * z);
  const tail = w * (1 / 240 - w * (1 / 132 - w * (691 / 32_760 - w / 12)));
  return Math.log(z) - 0.5 / z - w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - tail))) - shift;
}
