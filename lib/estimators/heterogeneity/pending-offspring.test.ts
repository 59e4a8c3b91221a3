import { expect, it } from "vitest";
import { drawGamma, drawPoisson } from "#lib/stats/draw.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { pendingOffspring } from "./pending-offspring.ts";

it("is what shares that did as well had afterwards", () => {
  const random = seededRandom(8);
  const seen: number[] = [];
  while (seen.length < 4000) {
    const rate = (1.2 / 0.5) * drawGamma(random, 0.5);
    if (drawPoisson(random, 0.4 * rate) === 2) seen.push(drawPoisson(random, 0.6 * rate));
  }
  const mean = seen.reduce((sum, count) => sum + count, 0) / seen.length;
  const variance = seen.reduce((sum, count) => sum + (count - mean) ** 2, 0) / seen.length;
  const law = pendingOffspring([{ exposure: 0.4, shares: 1, children: 2 }], 1.2, 0.5)!;
  expect(Math.abs(law.mean / mean - 1)).toBeLessThan(0.08);
  expect(Math.abs((law.mean + law.mean ** 2 / law.dispersion) / variance - 1)).toBeLessThan(0.12);
});

it("is the plain law for shares just born, and for many of them its sum", () => {
  const born = { exposure: 0, shares: 1, children: 0 };
  const one = pendingOffspring([born], 0.8, 0.3)!;
  expect(one.mean).toBeCloseTo(0.8, 14);
  expect(one.dispersion).toBeCloseTo(0.3, 14);
  const ten = pendingOffspring([{ ...born, shares: 10 }], 0.8, 0.3)!;
  expect(ten.mean).toBeCloseTo(8, 13);
  expect(ten.dispersion).toBeCloseTo(3, 13);
});

it("does not learn from counts that are Poisson", () => {
  const law = pendingOffspring([{ exposure: 0.75, shares: 8, children: 90 }], 0.5, Number.POSITIVE_INFINITY);
  expect(law).toEqual({ mean: 1, dispersion: Number.POSITIVE_INFINITY });
});

it("is nothing when all are mature", () => {
  expect(pendingOffspring([{ exposure: 1, shares: 8, children: 9 }], 0.5, 0.2)).toBeNull();
  expect(pendingOffspring([], 0.5, 0.2)).toBeNull();
});
