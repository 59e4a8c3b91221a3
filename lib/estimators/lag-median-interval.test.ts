import { describe, expect, it } from "vitest";
import { seededRandom } from "#lib/stats/random.ts";
import { lagMedianInterval } from "./lag-median-interval.ts";
import type { LagSample } from "./lag-sample.ts";
import { meanCumulativeFunction } from "./mean-cumulative-function.ts";

const LEAST = 1_000;
const WATCHED = 10_000;

/** Cascades of one share with one child each, whose lags rise evenly by so much from the first to the last. */
function risingLags(cascades: number, by: number): LagSample {
  const each = Int32Array.from({ length: cascades }, (_, i) => i);
  return {
    ...{ population: "sharers", cascades, roots: each, cascade: each, parent: each },
    age: new Float64Array(cascades).fill(WATCHED),
    lag: Float64Array.from(each, (i) => LEAST + (by * i) / cascades),
    mistimed: new Uint8Array(cascades),
  };
}

function widthOf(cascades: number, seed = 2): number {
  const sample = risingLags(cascades, 2_000);
  const curve = meanCumulativeFunction(sample, WATCHED);
  const [low, high] = lagMedianInterval(sample, curve, seededRandom(seed));
  return high - low;
}

describe("the range of a median lag", () => {
  it.each([400, 500, 501, 2_000, 8_000])("of %i cascades is that of the median of so many", (cascades) => {
    // Of n even lags over a width w the median has a standard error of w/(2√n).
    const expected = (2 * 1.96 * 2_000) / (2 * Math.sqrt(cascades));
    expect(widthOf(cascades) / expected).toBeGreaterThan(0.8);
    expect(widthOf(cascades) / expected).toBeLessThan(1.25);
  });

  it("is the same for the same chance", () => {
    expect(widthOf(2_000)).toBe(widthOf(2_000));
    expect(widthOf(2_000, 3)).not.toBe(widthOf(2_000));
  });
});
