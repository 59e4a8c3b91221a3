import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  branchingControl,
  branchingOutbreak,
  branchingSurvival,
  extinctionByGeneration,
  extinctionProbability,
} from "./branching.ts";

interface Law {
  readonly R: number;
  readonly k: number | "Infinity";
  readonly seeds: number;
}
interface Oracle {
  readonly extinction: readonly {
    readonly input: Law;
    readonly expected: {
      readonly extinction_one: number;
      readonly extinction_all: number;
      readonly outbreak: number;
      readonly extinct_by_generation_1_to_8: readonly number[];
    };
  }[];
  readonly extinction_with_control: readonly {
    readonly input: Law & { readonly ind_control: number; readonly pop_control: number };
    readonly expected: { readonly extinction_all: number };
  }[];
}

const oracle: Oracle = JSON.parse(
  readFileSync(new URL("../estimators/oracles/branching.json", import.meta.url), "utf8"),
);
const lawOf = ({ R, k }: Law) => ({ mean: R, dispersion: Number(k) });
const near = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * expected);

describe("values of scipy and of superspreading", () => {
  it.each(oracle.extinction)("R $input.R, k $input.k, $input.seeds seeds", ({ input, expected }) => {
    const law = lawOf(input);
    near(extinctionProbability(law), expected.extinction_one);
    near(extinctionProbability(law, input.seeds), expected.extinction_all);
    near(branchingOutbreak(law, input.seeds), expected.outbreak);
    extinctionByGeneration(law, 8).forEach((q, g) => {
      near(q, expected.extinct_by_generation_1_to_8[g]!);
    });
  });

  it.each(oracle.extinction_with_control)("control of all %j", ({ input, expected }) => {
    const law = branchingControl(lawOf(input), { everyone: input.pop_control, some: input.ind_control });
    near(extinctionProbability(law, input.seeds), expected.extinction_all);
  });
});

it("ends surely at a mean of 1 or less, and only there", () => {
  for (const dispersion of [0.1, 1, Number.POSITIVE_INFINITY]) {
    expect(extinctionProbability({ mean: 1, dispersion }, 7)).toBe(1);
    expect(branchingOutbreak({ mean: 0, dispersion }, 7)).toBe(0);
    expect(extinctionProbability({ mean: 1.001, dispersion })).toBeLessThan(1);
  }
  expect(extinctionProbability(branchingControl({ mean: 1.5, dispersion: 1 }, { some: 0.5 }))).toBe(1);
});

it("survives as the geometric law says, however close the mean is to 1", () => {
  for (const above of [2 ** -40, 2 ** -26, 2 ** -10, 1, 100]) {
    const exact = above / (1 + above);
    const relative = Math.abs(branchingSurvival({ mean: 1 + above, dispersion: 1 }) / exact - 1);
    expect(relative).toBeLessThan(1e-15 + 1e-15 / above);
  }
});

it("tends to extinction generation by generation", () => {
  const law = { mean: 1.4, dispersion: 0.4 };
  const byGeneration = extinctionByGeneration(law, 200, 3);
  expect(byGeneration).toEqual(byGeneration.toSorted((a, b) => a - b));
  expect(byGeneration.at(-1)).toBeCloseTo(extinctionProbability(law, 3), 12);
  expect(branchingOutbreak(law, 0)).toBe(0);
});
