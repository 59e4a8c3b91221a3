import { expect, it } from "vitest";
import { gaussHermite } from "./gauss-hermite.ts";

const mean = (n: number, f: (z: number) => number) => {
  const { nodes, weights } = gaussHermite(n);
  return nodes.reduce((sum, x, i) => sum + (weights[i] ?? 0) * f(Math.SQRT2 * x), 0) / Math.sqrt(Math.PI);
};

it("has the nodes and weights of the closed form for 3", () => {
  const { nodes, weights } = gaussHermite(3);
  expect(nodes.length).toBe(3);
  for (const [i, x] of [Math.sqrt(1.5), 0, -Math.sqrt(1.5)].entries()) {
    expect(nodes[i]).toBeCloseTo(x, 14);
    expect(weights[i]).toBeCloseTo((i === 1 ? 2 / 3 : 1 / 6) * Math.sqrt(Math.PI), 14);
  }
});

it("is exact for the moments of the normal distribution that n nodes can hold", () => {
  for (const n of [1, 2, 7, 32, 64]) {
    let moment = 1;
    for (let k = 0; k < Math.min(n, 20); k += 1) {
      expect(Math.abs(mean(n, (z) => z ** (2 * k)) / moment - 1)).toBeLessThan(1e-12);
      moment *= 2 * k + 1;
    }
    expect(mean(n, (z) => z)).toBeCloseTo(0, 13);
  }
});

it("averages over a lognormal variable", () => {
  expect(mean(32, (z) => Math.exp(0.5 + 0.8 * z))).toBeCloseTo(Math.exp(0.5 + 0.32), 12);
});

it("places 200 nodes apart and in order, and no more", () => {
  const { nodes } = gaussHermite(200);
  for (let i = 1; i < 200; i += 1) expect((nodes[i - 1] ?? 0) - (nodes[i] ?? 0)).toBeGreaterThan(0.1);
  for (const n of [0, 2.5, 201]) expect(() => gaussHermite(n)).toThrow(RangeError);
});
