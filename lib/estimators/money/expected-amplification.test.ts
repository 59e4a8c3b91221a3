import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amplificationWithin } from "./amplification-within.ts";
import { costPerAcquisition } from "./cost-per-acquisition.ts";
import { earnedToPaid } from "./earned-to-paid.ts";
import { expectedAmplification } from "./expected-amplification.ts";

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
  new URL("../oracles/branching.json", import.meta.url),
).amplification;
// Cascades of real people, under no licence to copy: they are read where a checkout has them beside it.
const realUrl = new URL("../../../../shared/oracles/k-cluster.json", import.meta.url);
const real: readonly ClusterCase[] = existsSync(realUrl)
  ? read(realUrl).k_intervals.filter(({ expected }: ClusterCase) => expected.amplification !== undefined)
  : [];

const near = (actual: number | null | undefined, expected: number) => {
  if (!Number.isFinite(expected)) expect(actual).toBe(expected);
  else expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-8 * Math.abs(expected));
};

describe("expected amplification", () => {
  it.each(cases)("K $input.K", ({ input: { K, seeds, spend, conversions_per_share }, expected }) => {
    const amplification = expectedAmplification({ value: K });
    near(amplification.value, Number(expected.amplification));
    near(earnedToPaid(amplification).value, Number(expected.earned_to_paid));
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
      const amplification = expectedAmplification({ value: expected.K, low, high });
      near(amplification.value, expected.amplification);
      if (amplification.value === null) return;
      near(amplification.low, expected.amplification_ci95[0]);
      near(amplification.high, Number(expected.amplification_ci95[1]));
      expect(amplification.note).toBe(high < 1 ? undefined : "unbounded");
    });
    if (real.length === 0) it.skip.each([0.7139, 0.3349, 0.4106, 0.4076])("K about %s", () => {});
  });

  it("counts seeds of their own kind: the mean size of the Weibo cascades", () => {
    near(expectedAmplification({ value: 0.3840997664164283 }, 232.85537190082644).value, 379.073199527745);
    expect(amplificationWithin(0.5, 3, 4)).toBe(1 + 4 * (1 + 0.5 + 0.25));
    expect(amplificationWithin(2, 0, 4)).toBe(1);
  });

  it("stays unknown where K is", () => {
    expect(expectedAmplification({ value: null, why: "empty" })).toEqual({ value: null, why: "empty" });
    expect(earnedToPaid({ value: null, why: "empty" })).toEqual({ value: null, why: "empty" });
  });

  it("is never below 1 and never decreasing in K", () => {
    const k = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(k, k, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const amplification = expectedAmplification({ value: low, low, high });
        if (amplification.value === null) throw new Error("unknown");
        expect(amplification.value).toBeGreaterThanOrEqual(1);
        expect(amplification.high).toBeGreaterThanOrEqual(amplification.value);
      }),
      { seed: 1 },
    );
  });
});
