import { describe, expect, it } from "vitest";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { PoolingVerdict } from "#lib/estimators/pooled.ts";
import { weakestFactor } from "./weakest-factor.ts";

const NONE: Estimate = { value: null, why: "empty" };
const between = (value: number, low: number, high: number): Estimate => ({ value, low, high });
const FIGURES = { shareRate: between(0.1, 0.08, 0.12), conversionRate: between(0.1, 0.08, 0.12) };

/** Two channels of whom one shares more, by itself and pooled. */
function board(own: Estimate, pooled: Estimate, verdict: PoolingVerdict, people = 100) {
  const rates = { conversionRate: NONE, conversionRatePooled: NONE };
  return {
    rows: [
      { channel: "good", people, shareRate: own, shareRatePooled: pooled, ...rates },
      { channel: "plain", people, shareRate: between(0.1, 0.05, 0.2), shareRatePooled: NONE, ...rates },
    ],
    pooling: { shareRate: verdict, conversionRate: "too-few" as const, k: "too-few" as const },
  };
}
const ask = (...of: Parameters<typeof board>) => weakestFactor(FIGURES, board(...of));

describe("the weakest factor", () => {
  const lucky = between(0.3, 0.15, 0.5);

  it("is held up by the pooled rate of the best channel, which is less than its own", () => {
    const drawn = between(0.2, 0.12, 0.3);
    expect(ask(lucky, drawn, "differ")).toEqual({
      ...{ factor: "shareRate", value: 0.1, best: 0.2, channel: "good" },
    });
    // By itself it lies above the whole, drawn towards the others it may not.
    expect(ask(lucky, between(0.15, 0.09, 0.25), "differ")).toBeNull();
  });

  it("is none where channels differ by no more than chance", () => {
    expect(ask(lucky, between(0.12, 0.11, 0.13), "alike")).toBeNull();
  });

  it("goes by a channel's own rate where there are too few to pool, but by none of few cascades or people", () => {
    expect(ask(lucky, NONE, "too-few")?.best).toBe(0.3);
    expect(ask({ ...between(0.3, 0.15, 0.5), note: "few-cascades" }, NONE, "too-few")).toBeNull();
    expect(
      ask({ ...between(0.3, 0.15, 0.5), note: "few-cascades" }, between(0.2, 0.12, 0.3), "differ"),
    ).toBeNull();
    expect(ask(lucky, NONE, "too-few", 29)).toBeNull();
    expect(ask(lucky, NONE, "too-few", 30)?.channel).toBe("good");
  });
});
