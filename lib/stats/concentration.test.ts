import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  concentrationGamma,
  concentrationNegativeBinomial,
  concentrationProportion,
  concentrationTopShare,
  gini,
  topShare,
} from "./concentration.ts";
import { REAL_OFFSPRING_CASES } from "./testing/real-offspring-cases.ts";

interface RealisedCase {
  readonly name: string;
  readonly input: { readonly histogram: Readonly<Record<string, number>> };
  readonly expected: Readonly<
    Record<"top1_share" | "top5_share" | "top10_share" | "top20_share" | "prop_for_80", number | null>
  >;
}
interface ExpectedCase {
  readonly input: { readonly R: number; readonly k: number };
  readonly expected: Readonly<Record<string, number>>;
}

const read = (url: URL) => JSON.parse(readFileSync(url, "utf8"));
const oracleUrl = new URL("../estimators/oracles/offspring-negbin.json", import.meta.url);
const realised: readonly RealisedCase[] = read(oracleUrl).cases;
const expectedCases: readonly ExpectedCase[] = read(
  new URL("../estimators/oracles/branching.json", import.meta.url),
).concentration;
// Cascades of real people, under no licence to copy: they are read where a checkout has them beside it.
const realUrl = new URL("../../../shared/oracles/offspring-negbin.json", import.meta.url);
const real: readonly RealisedCase[] = existsSync(realUrl)
  ? read(realUrl).cases.filter(({ name }: RealisedCase) => name.startsWith("weibo"))
  : [];

function near(actual: number | null, expected: number | null | undefined, tolerance = 1e-9): void {
  if (typeof expected !== "number") expect(actual).toBe(expected);
  else expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThan(tolerance * Math.abs(expected));
}

function expectRealised({ input, expected }: RealisedCase): void {
  const histogram = new Map(Object.entries(input.histogram).map(([x, shares]) => [Number(x), shares]));
  near(concentrationTopShare(histogram, 0.01), expected.top1_share);
  near(concentrationTopShare(histogram, 0.05), expected.top5_share);
  near(concentrationTopShare(histogram, 0.1), expected.top10_share);
  near(concentrationTopShare(histogram, 0.2), expected.top20_share);
  near(concentrationProportion(histogram, 0.8), expected.prop_for_80);
}

describe("realised", () => {
  it.each(realised)("$name", expectRealised);

  describe("real cascades, read from ../shared/oracles when it stands beside the repository", () => {
    it.each(real)("$name", expectRealised);
    if (real.length === 0) it.skip.each(REAL_OFFSPRING_CASES)("%s", () => {});
  });

  it("is complete once every share with a child is in the top", () => {
    const histogram = new Map([
      [0, 9],
      [4, 1],
    ]);
    expect(concentrationTopShare(histogram, 0.2)).toBe(1);
    expect(concentrationTopShare(histogram, 0.05)).toBe(0.5);
    expect(concentrationProportion(histogram, 1)).toBe(0.1);
    expect(concentrationProportion(histogram, 0.8)).toBeCloseTo(0.08, 15);
  });
});

describe("expected", () => {
  it.each(expectedCases)("R $input.R, k $input.k", ({ input: { R, k }, expected }) => {
    near(concentrationGamma(0.2, k), expected.expected_share_top20_gamma);
    near(concentrationGamma(0.1, k), expected.expected_share_top10_gamma);
    near(concentrationGamma(0.01, k), expected.expected_share_top1_gamma);
    const counts = concentrationNegativeBinomial(R, k);
    near(counts.topShare(0.2), expected.realised_share_top20_nb);
    near(counts.proportion(0.8), expected.realised_prop_for_80_nb);
    near(counts.proportion(0.5), expected.realised_prop_for_50_nb);
  });

  it("knows no individuals for Poisson counts, though chance still tells them apart", () => {
    expect(concentrationGamma(0.2, Number.POSITIVE_INFINITY)).toBe(0.2);
    const limit = concentrationNegativeBinomial(2, Number.POSITIVE_INFINITY);
    const nearly = concentrationNegativeBinomial(2, 1e6);
    expect(limit.topShare(0.2)).toBeGreaterThan(0.2);
    expect(Math.abs(nearly.topShare(0.2) - limit.topShare(0.2))).toBeLessThan(1e-6);
    expect(Math.abs(nearly.proportion(0.8) - limit.proportion(0.8))).toBeLessThan(1e-6);
  });

  it("inverts itself", () => {
    const counts = concentrationNegativeBinomial(0.9, 0.3);
    for (const proportion of [0.001, 0.01, 0.1, 0.2]) {
      near(counts.proportion(counts.topShare(proportion)), proportion);
    }
  });
});

describe("of the values of a sample", () => {
  const VALUES = [8, 1, 40, 2, 1, 5, 2, 1, 8, 3];

  it("measures inequality from 0 to 1 − 1/n, whatever the unit (numpy)", () => {
    expect(gini(VALUES)).toBeCloseTo(0.6267605633802817, 14);
    expect(gini(VALUES.map((value) => value * 7))).toBeCloseTo(0.6267605633802817, 14);
    expect(gini([3, 3, 3])).toBe(0);
    expect(gini([0, 0, 0, 5])).toBe(0.75);
    expect([gini([]), gini([0, 0])]).toEqual([null, null]);
  });

  it("counts the last of the top in part", () => {
    expect(topShare(VALUES, 0.1)).toBeCloseTo(40 / 71, 14);
    expect(topShare(VALUES, 0.15)).toBeCloseTo(44 / 71, 14);
    expect([topShare(VALUES, 0), topShare(VALUES, 1)]).toEqual([0, 1]);
    expect([topShare([], 0.1), topShare([0, 0], 0.1)]).toEqual([null, null]);
  });
});
