/** A quadrature rule for the weight e^(−x²); the weights sum to √π. */
interface GaussHermite {
  /** Descending. */
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Gauss-Hermite rule of n nodes, exact for polynomials to degree 2n − 1. A mean over Z ~ N(0, 1) is
 * Σ weight · f(√2 node) / √π. Roots from the largest down by Newton's method with the known roots divided out
 * (Maehly 1954), which stays right of the next root all the way.
 * @throws RangeError unless n is whole and from 1 to 200
 */
export function gaussHermite(n: number): GaussHermite {
  if (!(Number.isInteger(n) && n >= 1 && n <= 200)) throw new RangeError(`no rule of ${n} nodes`);
  const nodes: number[] = [];
  const weights: number[] = [];
  let x = Math.sqrt(2 * n + 1);
  while (nodes.length < n) {
    let step = Number.POSITIVE_INFINITY;
    while (Math.abs(step) > 1e-12) {
      const at = x;
      const { value, slope } = hermite(n, at);
      step = value / (slope - value * nodes.reduce((sum, node) => sum + 1 / (at - node), 0));
      x -= step;
    }
    nodes.push(x);
    weights.push(2 / hermite(n, x).slope ** 2);
    x -= 1e-3;
  }
  return { nodes, weights };
}

/** The orthonormal Hermite polynomial of degree n and its derivative. */
function hermite(n: number, x: number): { value: number; slope: number } {
  let before = 0;
  let value = Math.PI ** -0.25;
  for (let k = 0; k < n; k += 1) {
    const next = x * Math.sqrt(2 / (k + 1)) * value - Math.sqrt(k / (k + 1)) * before;
    before = value;
    value = next;
  }
  return { value, slope: Math.sqrt(2 * n) * before };
}
