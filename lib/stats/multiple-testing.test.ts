import { expect, it } from "vitest";
import { benjaminiHochberg, holm } from "./multiple-testing.ts";
import oracle from "./oracles/comparisons.json" with { type: "json" };

const { input, expected } = oracle.multiple_testing;
const rounded = (values: readonly number[]) => values.map((value) => Number(value.toFixed(12)));

it("agrees with R's p.adjust", () => {
  expect(rounded(holm(input.p))).toEqual(rounded(expected.holm));
  expect(rounded(benjaminiHochberg(input.p))).toEqual(rounded(expected.benjamini_hochberg));
});

it("answers in the order asked", () => {
  const backwards = [...input.p].reverse();
  expect(holm(backwards).reverse()).toEqual(holm(input.p));
  expect(benjaminiHochberg(backwards).reverse()).toEqual(benjaminiHochberg(input.p));
});

it("leaves one p alone, keeps none none, never passes 1", () => {
  for (const adjust of [holm, benjaminiHochberg]) {
    expect(adjust([0.03])).toEqual([0.03]);
    expect(adjust([])).toEqual([]);
    expect(Math.max(...adjust([0.9, 0.8, 1]))).toBe(1);
  }
});
