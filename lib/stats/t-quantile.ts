const Z = 1.959963984540054;
/** From here on the expansion is good to 1e-12 and the continued fraction is not needed. */
const LARGE = 200;

/**
 * The 0.975 quantile of Student's t, for two-sided 95 % intervals; relative error below 1e-10.
 * Small df: the tail as an incomplete beta (Abramowitz and Stegun 26.7.1, 26.5.8), inverted by bisection.
 * Large df: Cornish-Fisher expansion in 1/df (26.7.5).
 * @param df degrees of freedom, at least 1, not necessarily whole
 * @throws RangeError when df is below 1 or not a number
 */
export function tQuantile(df: number): number {
  if (!(df >= 1)) throw new RangeError(`degrees of freedom must be at least 1, not ${df}`);
  if (df > LARGE) return expansion(df);
  let low = Z;
  let high = 13;
  while (true) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (bothTails(middle, df) > 0.05) low = middle;
    else high = middle;
  }
}

function expansion(df: number): number {
  const q = Z * Z;
  const first = (q + 1) / 4;
  const second = ((5 * q + 16) * q + 3) / 96;
  const third = (((3 * q + 19) * q + 17) * q - 15) / 384;
  const fourth = ((((79 * q + 776) * q + 1482) * q - 1920) * q - 945) / 92_160;
  return Z * (1 + (first + (second + (third + fourth / df) / df) / df) / df);
}

/** P(|T| > t) = I_x(df/2, 1/2) at x = df/(df + t²). */
function bothTails(t: number, df: number): number {
  const a = df / 2;
  const x = df / (df + t * t);
  const front =
    Math.exp(logGamma(a + 0.5) - logGamma(a) - logGamma(0.5) + a * Math.log(x)) * Math.sqrt(1 - x);
  // The fraction converges fast below this point; beyond it, its mirror does.
  if (x < (a + 1) / (a + 2.5)) return (front * betaFraction(a, 0.5, x)) / a;
  return 1 - 2 * front * betaFraction(0.5, a, 1 - x);
}

/** Continued fraction of the incomplete beta by Lentz's method. */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
}

/** Stirling's series after lifting the argument to where it converges; good to 1e-14 for x > 0. */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 10) {
    shift += Math.log(z);
    z += 1;
  }
  const w = 1 / (z * z);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift;
}
