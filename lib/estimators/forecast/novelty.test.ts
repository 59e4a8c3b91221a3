import { describe, expect, it } from "vitest";
import oracle from "../oracles/novelty.json" with { type: "json" };
import { noveltyAgainst } from "./novelty.ts";

describe("novelty against scipy", () => {
  it.each(oracle.cases)("$name", ({ input, expected }) => {
    const noveltyOf = noveltyAgainst(input.history.map((row) => Float64Array.from(row)));
    for (const { features, distance, outside_range, unlike } of expected.new) {
      const novelty = noveltyOf(Float64Array.from(features));
      expect(Math.abs(novelty.distance / distance - 1)).toBeLessThan(1e-8);
      expect(novelty.outside).toEqual(outside_range);
      expect(novelty.isUnlike).toBe(unlike);
    }
  });
});

it("takes anything else for new where the history never varied", () => {
  const noveltyOf = noveltyAgainst([Float64Array.of(1, 2), Float64Array.of(2, 2), Float64Array.of(3, 2)]);
  expect(noveltyOf(Float64Array.of(2, 2)).isUnlike).toBe(false);
  expect(noveltyOf(Float64Array.of(2, 3))).toMatchObject({ outside: [false, true], isUnlike: true });
});
