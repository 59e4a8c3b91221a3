import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import {
  amplificationWithin,
  conversionNowcast,
  costPerAcquisition,
  earnedReachPriceOf,
  expectedAmplificationOf,
  realisedAmplification,
  treeConversions,
} from "./money.ts";

interface AmplificationCase {
  readonly input: {
    readonly K: number;
    readonly seeds: number;
    readonly spend: number;
    readonly conversions_per_share: number;
  };
  readonly expected: {
    readonly amplification: number | "Infinity";
    readonly earned_to_paid: number | "Infinity";
    readonly amplification_by_generation_0_to_6: readonly number[];
    readonly cost_per_acquisition_paid_only: number;
    readonly cost_per_acquisition_with_lift: number | null;
  };
}
interface ClusterCase {
  readonly input: { readonly shares: readonly number[] };
  readonly expected: {
    readonly K: number;
    readonly ci95_log_t: readonly [number, number];
    readonly amplification: number;
    readonly amplification_ci95: readonly [number, number | "Infinity"];
  };
}

const read = (url: URL) => JSON.parse(readFileSync(url, "utf8"));
const cases: readonly AmplificationCase[] = read(
  new URL("./oracles/branching.json", import.meta.url),
).amplification;
// Cascades of real people, under no licence to copy: they are read where a checkout has them beside it.
const realUrl = new URL("../../../shared/oracles/k-cluster.json", import.meta.url);
const real: readonly ClusterCase[] = existsSync(realUrl)
  ? read(realUrl).k_intervals.filter(({ expected }: ClusterCase) => expected.amplification !== undefined)
  : [];

const near = (actual: number | null | undefined, expected: number) => {
  if (!Number.isFinite(expected)) expect(actual).toBe(expected);
  else expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-8 * Math.abs(expected));
};

describe("expected amplification", () => {
  it.each(cases)("K $input.K", ({ input: { K, seeds, spend, conversions_per_share }, expected }) => {
    const amplification = expectedAmplificationOf({ value: K });
    near(amplification.value, Number(expected.amplification));
    near(Number(amplification.value) - 1, Number(expected.earned_to_paid));
    expect(amplification.note).toBe(K < 1 ? undefined : "unbounded");
    expected.amplification_by_generation_0_to_6.forEach((shares, generations) => {
      near(amplificationWithin(K, generations), shares);
    });
    if (expected.cost_per_acquisition_with_lift === null) return;
    const tree = { own: conversions_per_share, all: conversions_per_share * Number(amplification.value) };
    const cost = costPerAcquisition(
      spend,
      Array.from({ length: seeds }, () => tree),
    );
    near(cost.paidOnly.price.value, expected.cost_per_acquisition_paid_only);
    near(cost.effective.price.value, expected.cost_per_acquisition_with_lift);
    expect(cost.viralLift).toBeCloseTo(1 - 1 / Number(expected.amplification), 12);
  });

  describe("real cascades, read from ../shared/oracles when it stands beside the repository", () => {
    it.each(real)("K $expected.K", ({ expected }) => {
      const [low, high] = expected.ci95_log_t;
      const amplification = expectedAmplificationOf({ value: expected.K, low, high });
      near(amplification.value, expected.amplification);
      if (amplification.value === null) return;
      near(amplification.low, expected.amplification_ci95[0]);
      near(amplification.high, Number(expected.amplification_ci95[1]));
      expect(amplification.note).toBe(high < 1 ? undefined : "unbounded");
    });
    if (real.length === 0) it.skip.each([0.7139, 0.3349, 0.4106, 0.4076])("K about %s", () => {});
  });

  it("counts seeds of their own kind: the mean size of the Weibo cascades", () => {
    near(expectedAmplificationOf({ value: 0.3840997664164283 }, 232.85537190082644).value, 379.073199527745);
    expect(amplificationWithin(0.5, 3, 4)).toBe(1 + 4 * (1 + 0.5 + 0.25));
    expect(amplificationWithin(2, 0, 4)).toBe(1);
  });

  it("stays unknown where K is", () => {
    expect(expectedAmplificationOf({ value: null, why: "empty" })).toEqual({ value: null, why: "empty" });
  });

  it("is never below 1 and never decreasing in K", () => {
    const k = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(k, k, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const amplification = expectedAmplificationOf({ value: low, low, high });
        if (amplification.value === null) throw new Error("unknown");
        expect(amplification.value).toBeGreaterThanOrEqual(1);
        expect(amplification.high).toBeGreaterThanOrEqual(amplification.value);
      }),
      { seed: 1 },
    );
  });
});

describe("realised amplification", () => {
  const meanOf = (mature: readonly number[]) => realisedAmplification({ mature, growing: [] });

  it("has the closed form of a mean with a log-t interval", () => {
    // t for 3 degrees of freedom: 3.182446305284263.
    const factor = Math.exp((3.182446305284263 * Math.sqrt(20 / 3 / 4)) / 5);
    const estimate = realisedAmplification({ mature: [2, 4, 6, 8], growing: [100] });
    expect(estimate.value).toBe(5);
    expect(estimate.note).toBe("few-cascades");
    if (estimate.value === null) return;
    near(estimate.low, 5 / factor);
    near(estimate.high, 5 * factor);
  });

  it("says why it is missing or bare", () => {
    expect(realisedAmplification({ mature: [], growing: [] })).toEqual({ value: null, why: "empty" });
    expect(realisedAmplification({ mature: [], growing: [3] })).toEqual({ value: null, why: "censored" });
    expect(realisedAmplification({ mature: [7], growing: [] })).toEqual({ value: 7, note: "one-cascade" });
    expect(meanOf([0, 0, 0, 0, 0])).toEqual({ value: 0 });
    expect(meanOf([3, 3, 3, 3, 3])).toEqual({ value: 3, low: 3, high: 3 });
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

describe("price of reach", () => {
  it("falls by what was earned", () => {
    const { perSeed, earned } = earnedReachPriceOf(600, [1, 2, 3, 4, 5, 15]);
    expect(perSeed).toBe(100);
    expect(earned.value).toBeCloseTo(20, 12);
    if (earned.value === null) return;
    expect(earned.low).toBeLessThan(20);
    expect(earned.high).toBeGreaterThan(20);
  });

  it("is unknown without spend or seeds", () => {
    const unknown = { perSeed: null, earned: { value: null, why: "empty" } };
    expect(earnedReachPriceOf(0, [3])).toEqual(unknown);
    expect(earnedReachPriceOf(5, [])).toEqual(unknown);
  });
});

describe("cost per acquisition", () => {
  const forest = buildForest([
    { code: "paid", via: null, at: 0 },
    { code: "paid1", via: "paid", at: 10 },
    { code: "organic", via: null, at: 1 },
    { code: "paid2", via: null, at: 2 },
  ]);
  const node = (code: string) => forest.codes.indexOf(code);
  const through = ["paid", "paid1", "paid1", "organic", "paid1"].map(node);
  const conversions = { share: Int32Array.from([...through, -1]) };
  const isPaid = (root: number) => forest.codes[root]?.startsWith("paid") ?? false;

  it("takes conversions of cascades under paid seeds alone", () => {
    const trees = treeConversions(forest, conversions, isPaid);
    expect(trees).toEqual([
      { own: 1, all: 4 },
      { own: 0, all: 0 },
    ]);
    const { paidOnly, effective, viralLift } = costPerAcquisition(80, trees);
    near(paidOnly.price.value, 80);
    near(effective.price.value, 20);
    expect(viralLift).toBe(0.75);
  });

  it("weighs conversions through young shares by what is still to come", () => {
    const weight = conversionNowcast(forest, conversions, 20, (age) => Math.min(1, age / 40));
    expect([...weight]).toEqual([2, 4, 4, 40 / 19, 4, 1]);
    expect(treeConversions(forest, conversions, isPaid, weight)[0]).toEqual({ own: 2, all: 14 });
    expect(conversionNowcast(forest, conversions, 20, () => 0.001)[0]).toBe(5);
  });

  it("is bounded from below without conversions, and unknown without spend or seeds", () => {
    const cost = costPerAcquisition(60, [
      { own: 0, all: 2 },
      { own: 0, all: 1 },
    ]);
    expect(cost.paidOnly).toEqual({ price: { value: null, why: "too-few" }, atLeast: 20 });
    near(cost.effective.price.value, 20);
    expect(cost.viralLift).toBeNull();
    const none = { price: { value: null, why: "empty" }, atLeast: null };
    expect(costPerAcquisition(0, [{ own: 1, all: 1 }]).effective).toEqual(none);
    expect(costPerAcquisition(9, []).effective).toEqual(none);
  });
});
