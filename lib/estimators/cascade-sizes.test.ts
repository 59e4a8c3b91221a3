import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { cascadeSizes, sizeDistribution } from "./cascade-sizes.ts";

const [{ input, expected }] = JSON.parse(
  readFileSync(new URL("./oracles/distribution.json", import.meta.url), "utf8"),
).cases;

describe("size distribution", () => {
  it("draws a curve from ten cascades on, with the values of numpy", () => {
    const curve = sizeDistribution(input.values.toReversed());
    if (curve.kind !== "curve") throw new Error("no curve");
    expect(curve.cascades).toBe(10);
    expect(curve.ccdf.map(({ value, proportion }) => [value, proportion])).toEqual(expected.ccdf);
    for (const { p, size } of curve.quantiles) {
      if (expected.quantiles[p] !== undefined) expect(size).toBeCloseTo(expected.quantiles[p], 12);
    }
    expect(curve.gini).toBeCloseTo(expected.gini, 12);
    expect(curve.tops.at(2)).toEqual({ p: 0.1, share: 40 / 71 });
    expect(curve.band).toBeCloseTo(Math.sqrt(Math.log(40) / 20), 12);
  });

  it("lists fewer, the largest first", () => {
    expect(sizeDistribution([1, 7, 3])).toEqual({ kind: "list", sizes: [7, 3, 1] });
    expect(sizeDistribution([])).toEqual({ kind: "list", sizes: [] });
  });

  it("knows no inequality among equals", () => {
    expect(sizeDistribution(new Array(20).fill(3))).toMatchObject({
      gini: 0,
      ccdf: [{ value: 3, proportion: 1 }],
    });
  });
});

describe("cascade sizes", () => {
  const forest = buildForest([
    { code: "old", via: null, at: 0 },
    { code: "a", via: "old", at: 5 },
    { code: "b", via: "a", at: 30 },
    { code: "young", via: null, at: 15 },
    { code: "c", via: "young", at: 16 },
    { code: "orphan", via: "gone", at: 1 },
    { code: "unborn", via: null, at: 40 },
  ]);

  it("sets cascades apart that still grow, and leaves out trees without a seed and what is yet to come", () => {
    expect(cascadeSizes(forest, 20, 10)).toEqual({ mature: [2], growing: [2] });
    expect(cascadeSizes(forest, 50, 10)).toEqual({ mature: [3, 2, 1], growing: [] });
  });

  it("takes those under some roots alone", () => {
    const isYoung = (root: number) => forest.codes[root] === "young";
    expect(cascadeSizes(forest, 50, 10, isYoung)).toEqual({ mature: [2], growing: [] });
  });
});
