import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawPoisson } from "#lib/stats/draw.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { kChangeOf, likeliestChange } from "./k-change.ts";
import { clusteredTrend, kTrendOf } from "./k-trend.ts";
import { partsOf } from "./testing/cohort-parts.ts";

interface Tables {
  readonly children: number[][];
  readonly effective_shares: number[][];
}
interface Oracle {
  readonly cases: readonly {
    readonly name: string;
    readonly input: Tables & { readonly min_expected: number; readonly min_effective: number };
    readonly expected: {
      readonly before_cohort: number;
      readonly K_before: number;
      readonly K_after: number;
      readonly p: number;
    } | null;
  }[];
  readonly trend: readonly {
    readonly name: string;
    readonly input: Tables;
    readonly expected: {
      readonly ratio_per_cohort: number;
      readonly ci95: readonly [number, number];
      readonly p: number;
    };
  }[];
}

const oracle: Oracle = JSON.parse(
  readFileSync(new URL("./oracles/changepoint.json", import.meta.url), "utf8"),
);
const near = (actual: number | null | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) / expected - 1)).toBeLessThanOrEqual(1e-9);

describe("one change of K, by all signs in numpy", () => {
  it.each(oracle.cases)("$name", ({ input, expected }) => {
    const parts = partsOf(input.children, input.effective_shares);
    const least = { children: input.min_expected, cascades: input.min_effective };
    const found = likeliestChange(parts, least, seededRandom(1));
    if (expected === null) return expect(found).toBeNull();
    expect(found?.cohort).toBe(expected.before_cohort);
    near(found?.before, expected.K_before);
    near(found?.after, expected.K_after);
    expect(found?.p).toBe(expected.p);
  });
});

describe("trend of K clustered by cascade, by numpy", () => {
  it.each(oracle.trend)("$name", ({ input, expected }) => {
    const { ratio, p } = clusteredTrend(partsOf(input.children, input.effective_shares));
    if (ratio.value === null) throw new Error("no trend");
    near(ratio.value, expected.ratio_per_cohort);
    near(ratio.low, expected.ci95[0]);
    near(ratio.high, expected.ci95[1]);
    near(p, expected.p);
  });
});

/** Cascades that begin in some cohort and live for three; K of a cohort, cascades unlike by a gamma of shape `alike`. */
function simulated(random: Random, of: { cascades: number; cohorts: number; k: (t: number) => number }) {
  const effective: number[][] = [];
  const children: number[][] = [];
  for (let j = 0; j < of.cascades; j++) {
    const begin = Math.floor(random.next() * of.cohorts);
    const own = drawNegativeBinomial(random, 20, 4) / 20;
    const shares = Array.from({ length: of.cohorts }, (_, t) =>
      t >= begin && t < begin + 3 ? 2 + drawPoisson(random, 6) : 0,
    );
    effective.push(shares);
    children.push(
      shares.map((n, t) => (n === 0 ? 0 : drawNegativeBinomial(random, n * of.k(t) * own, n * 0.3))),
    );
  }
  return partsOf(children, effective);
}

describe("campaigns of unlike cascades", () => {
  const cohorts = 12;

  it("of one K are seldom said to change, to rise or to fall", () => {
    const random = seededRandom(7);
    const campaigns = Array.from({ length: 160 }, () =>
      simulated(random, { cascades: 25, cohorts, k: () => 0.5 }),
    );
    const changes = campaigns.filter((parts) => typeof kChangeOf(parts) === "object").length;
    const trends = campaigns.filter((parts) => kTrendOf(parts).direction !== "unclear").length;
    expect(changes / campaigns.length).toBeLessThan(0.04);
    expect(trends / campaigns.length).toBeLessThan(0.08);
    expect(trends).toBeGreaterThan(0);
  });

  it("whose K falls to a third are mostly said to, near the time at which it does", () => {
    const random = seededRandom(9);
    const found = Array.from({ length: 40 }, () =>
      kChangeOf(simulated(random, { cascades: 80, cohorts, k: (t) => (t < 6 ? 0.7 : 0.23) })),
    ).flatMap((change) => (change === null || change === "unclear" ? [] : [change]));
    expect(found.length).toBeGreaterThan(26);
    expect(found.every(({ before, after, p }) => before > after && p < 0.01)).toBe(true);
    expect(found.filter(({ cohort }) => Math.abs(cohort - 6) <= 1).length).toBeGreaterThan(
      0.7 * found.length,
    );
  });
});

describe("what there is too little of to ask", () => {
  const level = (cascades: number, children: number) =>
    partsOf(
      Array.from({ length: cascades }, () => [children, children, children, children]),
      Array.from({ length: cascades }, () => [10, 10, 10, 10]),
    );

  it("is cascades below three, and children below eleven", () => {
    expect(kChangeOf(level(2, 9))).toBeNull();
    expect(kChangeOf(level(3, 9))).toBe("unclear");
    expect(kChangeOf(level(3, 1))).toBeNull();
    expect(kChangeOf(level(3, 0))).toBeNull();
    expect(kChangeOf([])).toBeNull();
  });

  it("finds what every cascade shows, and gives equal answers to equal events", () => {
    const halved = partsOf(
      Array.from({ length: 20 }, (_, j) => [8 + (j % 3), 9, 2, 1 + (j % 2)]),
      Array.from({ length: 20 }, () => [10, 10, 10, 10]),
    );
    const change = kChangeOf(halved);
    expect(change).toMatchObject({ cohort: 2 });
    expect(kChangeOf(halved)).toEqual(change);
  });
});
