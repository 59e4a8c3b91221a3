import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Estimate } from "#lib/domain/estimate.ts";
import { type CascadeCount, cascadeProportion, cascadeRatio } from "./cascade-ratio.ts";

interface Expected {
  readonly value: number;
  readonly effective_cascades?: number;
  readonly ci95: readonly [number, number] | null;
}
interface RatioCase {
  readonly name: string;
  readonly input: { readonly children: number[]; readonly shares: number[]; readonly denominator?: "seeds" };
  readonly expected: Expected;
}
interface ProportionCase {
  readonly name: string;
  readonly input: { readonly successes: number[]; readonly trials: number[]; readonly failures?: "seeds" };
  readonly expected: Expected;
}

const oracle: { readonly ratio: readonly RatioCase[]; readonly proportion: readonly ProportionCase[] } =
  JSON.parse(readFileSync(new URL("./oracles/jackknife-k.json", import.meta.url), "utf8"));

const countsOf = (y: readonly number[], x: readonly number[]): CascadeCount[] =>
  y.map((one, i) => ({ x: x[i] ?? 0, y: one }));

const near = (actual: number | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-8 * Math.abs(expected));

// Ends are compared as they are computed: turned back, the last digit of a quantile becomes many.
const logOf = (value = Number.NaN) => Math.log(value);
const logitOf = (value = Number.NaN) => Math.log(value / (1 - value));

function expectEstimate(
  estimate: Estimate,
  scale: (value?: number) => number,
  { value, ci95, effective_cascades }: Expected,
) {
  if (estimate.value === null) throw new Error("no value");
  near(estimate.value, value);
  if (ci95 === null || effective_cascades === undefined)
    return expect(estimate).not.toHaveProperty("effective");
  near(scale(estimate.low), scale(ci95[0]));
  // What no data bound is shown as no bound.
  if (ci95[1] > 1e6) expect(estimate.high).toBe(Number.POSITIVE_INFINITY);
  else near(scale(estimate.high), scale(ci95[1]));
  near(estimate.effective, effective_cascades);
}

describe("a ratio over cascades", () => {
  it.each(oracle.ratio)("$name", ({ input: { children, shares, denominator }, expected }) => {
    expectEstimate(
      cascadeRatio(countsOf(children, shares), { denominator: denominator === "seeds" }),
      logOf,
      expected,
    );
  });

  it("says what it rests on", () => {
    expect(cascadeRatio([])).toEqual({ value: null, why: "empty" });
    expect(cascadeRatio([{ x: 0, y: 0 }])).toEqual({ value: null, why: "empty" });
    expect(cascadeRatio([{ x: 9, y: 3 }])).toEqual({ value: 1 / 3, note: "one-cascade" });
    expect(cascadeRatio(countsOf([0, 0], [5, 10]))).toEqual({
      value: 0,
      low: 0,
      high: 0.2,
      note: "no-children",
    });
    const alike = Array.from({ length: 5 }, () => ({ x: 8, y: 2 }));
    expect(cascadeRatio(alike.slice(1))).toMatchObject({ note: "few-cascades", effective: 4 });
    expect(cascadeRatio(alike)).not.toHaveProperty("note");
    // Five cascades of which one holds nearly everything tell as much as one and a bit.
    const lopsided = cascadeRatio([{ x: 900, y: 400 }, ...alike]);
    expect(lopsided).toMatchObject({ note: "few-cascades" });
  });
});

describe("a part of cases that come in cascades", () => {
  it.each(oracle.proportion)("$name", ({ input: { successes, trials, failures }, expected }) => {
    const counts = countsOf(successes, trials);
    expectEstimate(cascadeProportion(counts, { failures: failures === "seeds" }), logitOf, expected);
  });

  it("is bounded on one side where all cases are alike", () => {
    expect(cascadeProportion(countsOf([0, 0], [10, 20]))).toEqual({
      ...{ value: 0, low: 0, high: 0.1, note: "optimistic" },
    });
    expect(cascadeProportion(countsOf([10, 20], [10, 20]))).toEqual({
      ...{ value: 1, low: 0.9, high: 1, note: "optimistic" },
    });
    expect(cascadeProportion([{ x: 2, y: 0 }])).toMatchObject({ high: 1 });
    expect(cascadeProportion([])).toEqual({ value: null, why: "empty" });
    expect(cascadeProportion([{ x: 4, y: 1 }])).toEqual({ value: 0.25, note: "one-cascade" });
  });
});
