import { describe, expect, it } from "vitest";
import oracle from "./oracles/wis.json" with { type: "json" };
import { logIntervalScore, weightedIntervalScore } from "./wis.ts";

describe("the weighted interval score", () => {
  it.each(oracle.cases)("$name", ({ input: { observed, median, intervals }, expected }) => {
    expect(weightedIntervalScore(observed, median, intervals)).toBeCloseTo(expected.wis, 11);
    expect(logIntervalScore(observed, median, intervals)).toBeCloseTo(expected.wis_log, 11);
  });
});
