const NEAR = 0.5;

/**
 * Half the Poisson deviance, k ln(k/m) + m − k, to full relative precision also where k is close to m and
 * the three terms cancel (Loader 2000).
 * @param k above 0
 * @param m above 0
 */
export function poissonDeviance(k: number, m: number): number {
  const d = (m - k) / k;
  if (Math.abs(d) > NEAR) return m - k - k * Math.log(m / k);
  // d − ln(1+d) by 2 artanh r = ln(1+d), whose first term is taken off by hand.
  const r = d / (2 + d);
  const square = r * r;
  let sum = 0;
  let power = 1;
  for (let odd = 3; power > 1e-18; odd += 2) {
    sum += power / odd;
    power *= square;
  }
  return k * r * (d - 2 * square * sum);
}
