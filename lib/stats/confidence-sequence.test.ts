import { describe, expect, it } from "vitest";
import { confidenceSequence, type Look } from "./confidence-sequence.ts";
import { drawNormal } from "./draw.ts";
import oracle from "./oracles/confidence-sequence.json" with { type: "json" };
import { seededRandom } from "./random.ts";

const near = (actual: number | undefined, expected: number | undefined) =>
  expect(Math.abs((actual ?? Number.NaN) / (expected ?? Number.NaN) - 1)).toBeLessThan(1e-9);

describe("always-valid evidence", () => {
  it.each(oracle.cases)("equals the mixture in closed form: $name", ({ input, expected }) => {
    const looks: Look[] = input.looks.map(({ log_ratio, variance, effective_a, effective_b }) => ({
      theta: log_ratio,
      variance,
      effective: Math.min(effective_a, effective_b),
    }));
    confidenceSequence(looks).forEach((evidence, i) => {
      const wanted = expected.looks[i];
      expect(evidence !== null).toBe(wanted?.counts);
      if (evidence === null) return;
      near(evidence.p, wanted?.p ?? undefined);
      near(Math.exp(evidence.low), wanted?.shown?.[0]);
      near(Math.exp(evidence.high), wanted?.shown?.[1]);
      expect(evidence.changed).toBe(wanted?.changed);
    });
  });

  it("keeps what it knew through a look that does not count", () => {
    const looks = [
      { theta: 0.9, variance: 0.05, effective: 12 },
      { theta: 0, variance: 0.05, effective: 9 },
    ];
    const [first, second] = confidenceSequence(looks);
    expect(first).not.toBeNull();
    expect(second).toEqual(first);
  });

  it("excludes an equality at any of a hundred looks in at most 5 % of comparisons, and finds what is there", () => {
    const random = seededRandom(8);
    const everExcluded = (truth: number) => {
      let [sum, looks] = [0, [] as Look[]];
      for (let n = 1; n <= 100; n++) {
        sum += truth + Math.sqrt(2) * drawNormal(random);
        looks = [...looks, { theta: sum / n, variance: 2 / n, effective: 10 }];
      }
      return confidenceSequence(looks).some((evidence) => evidence !== null && evidence.p <= 0.05);
    };
    const found = (truth: number) =>
      Array.from({ length: 400 }, () => everExcluded(truth)).filter(Boolean).length;
    expect(found(0)).toBeLessThanOrEqual(0.05 * 400);
    expect(found(1)).toBeGreaterThan(0.95 * 400);
  });
});
