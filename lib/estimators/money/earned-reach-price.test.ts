import { describe, expect, it } from "vitest";
import { earnedReachPrice } from "./earned-reach-price.ts";

describe("price of reach", () => {
  it("falls by what was earned", () => {
    const { perSeed, earned } = earnedReachPrice(600, [1, 2, 3, 4, 5, 15]);
    expect(perSeed).toBe(100);
    expect(earned.value).toBeCloseTo(20, 12);
    if (earned.value === null) return;
    expect(earned.low).toBeLessThan(20);
    expect(earned.high).toBeGreaterThan(20);
  });

  it("is unknown without spend or seeds", () => {
    const unknown = { perSeed: null, earned: { value: null, why: "empty" } };
    expect(earnedReachPrice(0, [3])).toEqual(unknown);
    expect(earnedReachPrice(5, [])).toEqual(unknown);
  });
});
