import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { logTMean } from "./log-t-mean.ts";
import { realisedAmplification } from "./realised-amplification.ts";

const near = (actual: number | null | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-8 * Math.abs(expected));

describe("realised amplification", () => {
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
    expect(logTMean([0, 0, 0, 0, 0])).toEqual({ value: 0 });
    expect(logTMean([3, 3, 3, 3, 3])).toEqual({ value: 3, low: 3, high: 3 });
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
      const { low = 0, high = 0 } = logTMean(mature) as { low?: number; high?: number };
      if (low <= 2 && 2 <= high) holds += 1;
    }
    expect(holds).toBeGreaterThan(270);
  });
});
