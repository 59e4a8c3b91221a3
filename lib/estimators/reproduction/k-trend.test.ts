import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kTrend } from "./k-trend.ts";

interface Oracle {
  readonly K_trend: readonly {
    readonly input: { children: number[]; effective_shares: number[] };
    readonly expected: { ratio_per_step: number; ratio_ci95_quasi: [number, number]; p_two_sided: number };
  }[];
}

const oracle: Oracle = JSON.parse(readFileSync(new URL("../oracles/growth.json", import.meta.url), "utf8"));
const cohortsOf = (children: readonly number[], effective: readonly number[]) =>
  children.map((count, i) => ({ children: count, effective: effective[i] ?? 0, shares: effective[i] ?? 0 }));
const near = (actual: number | null | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) / expected - 1)).toBeLessThan(1e-7);

describe("trend of K, by R's glm", () => {
  it.each(oracle.K_trend)("$input.children", ({ input, expected }) => {
    const { ratio, p } = kTrend(cohortsOf(input.children, input.effective_shares));
    if (ratio.value === null) throw new Error("no trend");
    near(ratio.value, expected.ratio_per_step);
    near(ratio.low, expected.ratio_ci95_quasi[0]);
    near(ratio.high, expected.ratio_ci95_quasi[1]);
    near(p, expected.p_two_sided);
  });

  it("says rising, falling or unclear by the interval", () => {
    const directions = oracle.K_trend.map(({ input }) =>
      kTrend(cohortsOf(input.children, input.effective_shares)),
    );
    expect(directions.map(({ direction }) => direction)).toEqual(["rising", "falling", "unclear"]);
  });
});

describe("cohorts that cannot be leant on", () => {
  const sound = [4, 8, 16, 32].map((children) => ({ children, shares: 20, effective: 10 }));

  it("are passed over, and keep their place in time", () => {
    near(kTrend(sound).ratio.value, 2);
    const few = { children: 9, shares: 4, effective: 4 };
    const young = { children: 9, shares: 100, effective: 19 };
    near(kTrend([few, ...sound, young]).ratio.value, 2);
    const at = (children: number) => ({ children, shares: 20, effective: 10 });
    const gap = [at(4), at(8), young, at(32)];
    expect(kTrend(gap).ratio.value).toBeNull();
    near(kTrend([...gap, at(64)]).ratio.value, 2);
  });

  it("leave nothing below four, or without a child", () => {
    const nothing = { ratio: { value: null, why: "too-few" }, p: null, direction: null };
    expect(kTrend(sound.slice(1))).toEqual(nothing);
    expect(kTrend(sound.map((cohort) => ({ ...cohort, children: 0 })))).toEqual(nothing);
    expect(kTrend([])).toEqual(nothing);
  });
});
