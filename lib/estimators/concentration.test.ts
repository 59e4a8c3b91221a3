import { describe, expect, it } from "vitest";
import { expectedConcentration, realisedConcentration } from "./concentration.ts";

describe("concentration", () => {
  it("tells when a top holds everybody with a child", () => {
    const concentration = realisedConcentration(
      new Map([
        [0, 90],
        [3, 10],
      ]),
    );
    expect(concentration?.tops.map(({ share }) => share)).toEqual([0.1, 0.5, 1, 1]);
    expect(concentration?.withChild).toBeCloseTo(0.1, 15);
    expect(concentration?.proportionFor80).toBeCloseTo(0.08, 15);
  });

  it("is unknown when nobody had a child", () => {
    expect(realisedConcentration(new Map([[0, 5]]))).toBeNull();
  });

  it("expects 65 % of the top fifth's rates and 75 % of its counts at R = 1, k = 0.5", () => {
    const expected = expectedConcentration(1, 0.5);
    expect(expected.byReproduction.at(-1)?.share).toBeCloseTo(0.6498203240770948, 9);
    expect(expected.byChildren.at(-1)?.share).toBeCloseTo(0.7471506281091269, 9);
    expect(expected.proportionFor80).toBeCloseTo(0.22642468594543652, 9);
  });
});
