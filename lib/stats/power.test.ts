import { describe, expect, it } from "vitest";
import oracle from "./oracles/power.json" with { type: "json" };
import { cascadesNeeded, effectiveNeeded, powerOf, ratioFound } from "./power.ts";

const near = (actual: number, expected: number) => expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-9);

describe("planning", () => {
  it.each(oracle.cases)(
    "equals the closed form at a ratio of $input.ratio, $input.share_held_out held out",
    ({ input, expected }) => {
      const { pilot_cascades: cascades, pilot_effective: effective, ratio } = input;
      const perEffective = cascades === null || effective === null ? 1 : cascades / effective;
      const pilot = { spread: input.sd_ln_K, perEffective, share: input.share_held_out };
      near(effectiveNeeded(pilot, ratio), expected.effective_cascades_in_all);
      expect(cascadesNeeded(pilot, ratio)).toEqual({
        smaller: expected.smaller_arm,
        larger: expected.larger_arm,
      });
      for (const [planted, power] of Object.entries(expected.power_with))
        near(powerOf(pilot, ratio, Number(planted)), power);
      for (const [planted, found] of Object.entries(expected.ratio_found_with))
        near(ratioFound(pilot, Number(planted)), found);
    },
  );

  it("needs more than there are for no difference at all", () => {
    expect(effectiveNeeded({ spread: 0.68, perEffective: 1, share: 0.5 }, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});
