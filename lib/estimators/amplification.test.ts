import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import {
  amplificationWithin,
  expectedAmplificationOf,
  expectedAmplificationWithin,
  realisedAmplification,
} from "./amplification.ts";
import { lagsInput } from "./interval.ts";
import { reproductionNumber } from "./k.ts";

interface AmplificationCase {
  readonly input: { readonly K: number };
  readonly expected: { readonly amplification_by_generation_0_to_6: readonly number[] };
}
const cases: readonly AmplificationCase[] = JSON.parse(
  readFileSync(new URL("./oracles/branching.json", import.meta.url), "utf8"),
).amplification;

const A = 1000;

/** Cascades of one seed each, all mature: `sharers` children of the seed, of which the first has `children`. */
function loopOf(
  cascades: readonly { readonly sharers: number; readonly children: number }[],
  { asOf = 10 * A, lag = 1 } = {},
) {
  const shares = cascades.flatMap(({ sharers, children }, c) => [
    { code: `${c}`, via: null, at: 0 },
    ...Array.from({ length: sharers }, (_, i) => ({ code: `${c}/${i}`, via: `${c}`, at: 1 })),
    ...Array.from({ length: children }, (_, i) => ({ code: `${c}/0/${i}`, via: `${c}/0`, at: 1 + lag })),
  ]);
  return lagsInput(buildForest(shares), asOf, A);
}
const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

describe("expected amplification", () => {
  it("is 1 + K0/(1 − K), and within a number of generations 1 + K0 Σ K^g", () => {
    // 20 seeds with 10 children each; 11 sharers a cascade with one child: K 1/11.
    const loop = loopOf(many(20, { sharers: 10, children: 1 }));
    const k = 1 / 11;
    expect(expectedAmplificationOf(loop, A).value).toBeCloseTo(1 + 10 / (1 - k), 9);
    expect(expectedAmplificationWithin(loop, A, 3).value).toBeCloseTo(1 + 10 * (1 + k + k * k), 9);
  });

  it("sets no bound from K = 1 on, nor where its range or one cascade reaches 1", () => {
    // Children too young to have had any: each sharer has brought three.
    const above = loopOf(many(20, { sharers: 2, children: 6 }), { asOf: A + 1, lag: 600 });
    expect(expectedAmplificationOf(above, A)).toEqual({ value: Infinity, note: "unbounded" });
    expect(expectedAmplificationWithin(above, A, 3).value).toBeCloseTo(1 + 2 * (1 + 3 + 9), 9);
    const unsure = loopOf([...many(5, { sharers: 8, children: 0 }), { sharers: 8, children: 12 }]);
    expect(expectedAmplificationOf(unsure, A)).toEqual({ value: Infinity, note: "unbounded" });
  });

  it("is not to be leant on where K may be near 1, though its range ends below", () => {
    const found = (children: number) => {
      const loop = loopOf(
        Array.from({ length: 12 }, (_, c) => ({ sharers: 10, children: children + (c % 3) })),
      );
      return {
        k: reproductionNumber(loop.sharers, A, loop.interval.cdf).estimate,
        amplification: expectedAmplificationOf(loop, A),
      };
    };
    const [below, near] = [found(40), found(50)];
    expect([below.k, near.k].map((k) => (k.value === null ? 0 : (k.high ?? 0)) >= 0.9)).toEqual([
      false,
      true,
    ]);
    expect(below.amplification).not.toHaveProperty("note");
    expect(near.amplification).toMatchObject({ note: "imprecise", high: expect.any(Number) });
  });

  it("waits until K was watched to its horizon, unless it is above 1 already", () => {
    const dull = loopOf(many(20, { sharers: 10, children: 1 }), { asOf: A / 2 });
    expect(expectedAmplificationOf(dull, A)).toEqual({ value: null, why: "too-early" });
    expect(expectedAmplificationWithin(dull, A, 3)).toEqual({ value: null, why: "too-early" });
    const lively = loopOf(many(20, { sharers: 2, children: 6 }), { asOf: A / 2, lag: 300 });
    expect(expectedAmplificationOf(lively, A)).toEqual({ value: Infinity, note: "unbounded" });
    expect(expectedAmplificationWithin(lively, A, 3).value).toBeGreaterThan(1);
  });

  it("has no end above a million", () => {
    const wild = loopOf([...many(4, { sharers: 2, children: 0 }), { sharers: 300, children: 900 }]);
    const { value, high } = expectedAmplificationWithin(wild, A, 30) as { value: number; high?: number };
    expect(high).toBe(Infinity);
    expect(Number.isFinite(value)).toBe(true);
  });

  it("stays unknown where K is, and bare for one cascade", () => {
    expect(expectedAmplificationOf(loopOf([]), A)).toEqual({ value: null, why: "empty" });
    expect(expectedAmplificationOf(loopOf([{ sharers: 0, children: 0 }]), A)).toMatchObject({
      ...{ value: null, why: "empty", note: "nobody-reshared" },
    });
    expect(expectedAmplificationOf(loopOf([{ sharers: 40, children: 1 }]), A)).toEqual({
      ...{ value: 1 + 40 / (1 - 1 / 41), note: "one-cascade" },
    });
  });

  it.each(cases)("after each generation, K $input.K", ({ input: { K }, expected }) => {
    expected.amplification_by_generation_0_to_6.forEach((shares, generations) => {
      expect(amplificationWithin(K, generations)).toBeCloseTo(shares, 8);
    });
    expect(amplificationWithin(2, 0, 4)).toBe(1);
  });
});

describe("realised amplification", () => {
  const meanOf = (mature: readonly number[]) => realisedAmplification({ mature, growing: [] });

  it("is the mean of finished cascades, the seed itself certain", () => {
    const estimate = realisedAmplification({ mature: [2, 4, 6, 8], growing: [100] });
    expect(estimate).toMatchObject({
      value: 5,
      note: "few-cascades",
      effective: 16 ** 2 / (1 + 9 + 25 + 49),
    });
    // What people brought, from its own test of ratios, and the seed.
    expect((estimate as { low: number }).low).toBeGreaterThan(1);
  });

  it("says why it is missing or bare", () => {
    expect(realisedAmplification({ mature: [], growing: [] })).toEqual({ value: null, why: "empty" });
    expect(realisedAmplification({ mature: [], growing: [3] })).toEqual({ value: null, why: "censored" });
    expect(realisedAmplification({ mature: [7], growing: [] })).toEqual({ value: 7, note: "one-cascade" });
    expect(meanOf(many(6, 1))).toEqual({ value: 1, low: 1, high: 1.5, note: "no-children" });
  });

  it("holds the expected one about 95 times in 100", () => {
    const random = seededRandom(6);
    let holds = 0;
    for (let run = 0; run < 300; run++) {
      const mature = Array.from({ length: 100 }, () => {
        let generation = 1;
        let size = 1;
        while (generation > 0) {
          generation = drawNegativeBinomial(random, generation * 0.5, generation);
          size += generation;
        }
        return size;
      });
      const { low = 0, high = 0 } = meanOf(mature) as { low?: number; high?: number };
      if (low <= 2 && 2 <= high) holds += 1;
    }
    expect(holds).toBeGreaterThan(270);
  });
});
