import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { forestOf, linksOf } from "#lib/estimators/testing/rt-forest.ts";
import { cohortTable, kTrendOf } from "./cohorts.ts";

interface Oracle {
  readonly K_trend: readonly {
    readonly input: { children: number[]; effective_shares: number[] };
    readonly expected: { ratio_per_step: number; ratio_ci95_quasi: [number, number]; p_two_sided: number };
  }[];
}

const oracle: Oracle = JSON.parse(readFileSync(new URL("./oracles/growth.json", import.meta.url), "utf8"));
const cohortsOf = (children: readonly number[], effective: readonly number[]) =>
  children.map((count, i) => ({ children: count, effective: effective[i] ?? 0, shares: effective[i] ?? 0 }));
const near = (actual: number | null | undefined, expected: number, relative = 1e-8) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));

// Uniform lags up to 10, so that exposure can be written down by hand.
const uniform = { lagCdf: (age: number) => Math.min(1, Math.max(0, age / 10)), horizon: 10 };

describe("cohort table", () => {
  it("flags what is too young and what is too small", () => {
    const born = [0, ...Array.from({ length: 40 }, (_, i) => i / 10 + 0.05), ...Array(8).fill(18.5)];
    const parents = born.map((_, i) => (i === 0 ? -1 : 0));
    const rows = cohortTable(forestOf(born, parents), [0, 10, 18, 19], {
      ...uniform,
      asOf: 20,
      dispersion: 1,
    });
    expect(rows[0]).toMatchObject({ shares: 40, effective: 40, corrected: 0, hatched: false, tooFew: false });
    expect(rows[1]).toMatchObject({ shares: 0, naive: null, corrected: null, low: null, high: null });
    expect(rows[2]).toMatchObject({ shares: 8, hatched: true, tooFew: true });
    near(rows[2]?.effective, 8 * 0.15, 1e-12);
  });

  it("sees what happens at the instant, and nothing after it", () => {
    const forest = forestOf([0, 1, 5, 6], [-1, 0, 1, 1]);
    const children = (asOf: number) =>
      cohortTable(forest, [0, 5], { ...uniform, asOf, dispersion: 1 }).map((row) => row.children);
    expect([children(4.9), children(5), children(6)]).toEqual([[0], [1], [2]]);
    expect(cohortTable(forest, [0, 5], { ...uniform, asOf: 0.5, dispersion: 1 })[0]?.shares).toBe(0);
    expect(cohortTable(forest, [], { ...uniform, asOf: 6, dispersion: 1 })).toEqual([]);
  });

  it("widens its interval by the dispersion", () => {
    const forest = forestOf(
      [0, ...Array(50).fill(1), ...Array(30).fill(2)],
      [-1, ...Array(50).fill(0), ...Array(30).fill(1)],
    );
    const width = (dispersion: number) => {
      const [row] = cohortTable(forest, [0, 1.5], { ...uniform, asOf: 40, dispersion });
      return (row?.high ?? 0) - (row?.low ?? 0);
    };
    expect(width(4)).toBeGreaterThan(1.6 * width(1));
  });

  it("does not depend on the order of shares", () => {
    const born = [0, ...Array.from({ length: 100 }, (_, i) => (i * 37) % 60)].sort((a, b) => a - b);
    const links = linksOf(
      born,
      born.map((_, i) => (i === 0 ? -1 : (i * 7) % i)),
    );
    const model = { ...uniform, asOf: 60, dispersion: 2 };
    const rows = cohortTable(buildForest(links), [0, 20, 40, 60], model);
    expect(cohortTable(buildForest(links.toReversed()), [0, 20, 40, 60], model)).toEqual(rows);
  });
});

describe("trend of K, by R's glm", () => {
  it.each(oracle.K_trend)("$input.children", ({ input, expected }) => {
    const { ratio, p } = kTrendOf(cohortsOf(input.children, input.effective_shares));
    if (ratio.value === null) throw new Error("no trend");
    near(ratio.value, expected.ratio_per_step, 1e-7);
    near(ratio.low, expected.ratio_ci95_quasi[0], 1e-7);
    near(ratio.high, expected.ratio_ci95_quasi[1], 1e-7);
    near(p, expected.p_two_sided, 1e-7);
  });

  it("says rising, falling or unclear by the interval", () => {
    const directions = oracle.K_trend.map(({ input }) =>
      kTrendOf(cohortsOf(input.children, input.effective_shares)),
    );
    expect(directions.map(({ direction }) => direction)).toEqual(["rising", "falling", "unclear"]);
  });
});

describe("cohorts that cannot be leant on", () => {
  const sound = [4, 8, 16, 32].map((children) => ({ children, shares: 20, effective: 10 }));

  it("are passed over, and keep their place in time", () => {
    near(kTrendOf(sound).ratio.value, 2, 1e-7);
    const few = { children: 9, shares: 4, effective: 4 };
    const young = { children: 9, shares: 100, effective: 19 };
    near(kTrendOf([few, ...sound, young]).ratio.value, 2, 1e-7);
    const at = (children: number) => ({ children, shares: 20, effective: 10 });
    const gap = [at(4), at(8), young, at(32)];
    expect(kTrendOf(gap).ratio.value).toBeNull();
    near(kTrendOf([...gap, at(64)]).ratio.value, 2, 1e-7);
  });

  it("leave nothing below four, or without a child", () => {
    const nothing = { ratio: { value: null, why: "too-few" }, p: null, direction: null };
    expect(kTrendOf(sound.slice(1))).toEqual(nothing);
    expect(kTrendOf(sound.map((cohort) => ({ ...cohort, children: 0 })))).toEqual(nothing);
    expect(kTrendOf([])).toEqual(nothing);
  });
});
