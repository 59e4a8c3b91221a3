import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import type { ShareLink } from "#lib/cascade/forest.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { drawExponential } from "#lib/stats/draw.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { viralCycle } from "./interval.ts";
import { lagSample } from "./lag-sample.ts";
import { offspringDistribution, offspringHistogram, offspringShares } from "./offspring.ts";

const HORIZON = 100;
const link = (code: string, via: string | null, at: number) => ({ code, via, at });

describe("offspring histogram", () => {
  const forest = buildForest([
    link("seed", null, 0),
    link("a", "seed", 1),
    link("b", "seed", 2),
    link("late", "a", 150),
    link("a1", "a", 50),
    link("skewed", "a", 0),
    link("orphan", "gone", 3),
    link("o1", "orphan", 4),
    link("future", "b", 500),
  ]);

  it("counts children within the horizon of mature sharers, orphans included, seeds not", () => {
    // a: a1 and skewed; orphan: o1; b, a1, skewed, o1: none. "late" is too young and born too late for a.
    expect(offspringHistogram(lagSample(forest, 200, "sharers"), HORIZON)).toEqual(
      new Map([
        [0, 4],
        [1, 1],
        [2, 1],
      ]),
    );
  });

  it("knows no sharer before the first is mature", () => {
    expect(offspringHistogram(lagSample(forest, 90, "sharers"), HORIZON)).toEqual(new Map());
  });

  it("weighs young sharers by their age", () => {
    const sample = lagSample(forest, 52, "sharers");
    const { count, exposure, cascade, cascades } = offspringShares(sample, HORIZON, (age) =>
      Math.min(1, age / HORIZON),
    );
    const sum = (of: ArrayLike<number>) => Array.from(of).reduce((total, one) => total + one, 0);
    expect([count.length, sum(count)]).toEqual([6, 3]);
    expect(sum(exposure)).toBeCloseTo(0.51 + 0.5 + 0.49 + 0.48 + 0.02 + 0.52, 12);
    expect([cascades, cascade]).toEqual([2, sample.cascade]);
  });
});

const MEAN_LAG = 30;
const SEEDS = 20;
const lagCdf = (age: number) =>
  Math.expm1(-Math.min(HORIZON, Math.max(0, age)) / MEAN_LAG) / Math.expm1(-HORIZON / MEAN_LAG);

/** Sharers come evenly from twenty seeds; every sharer has children with R = 0.9 and k = 0.4 within the horizon. */
function campaign(sharers: number, until: number) {
  const random = seededRandom(9);
  const links: ShareLink[] = Array.from({ length: SEEDS }, (_, i) => link(`seed${i}`, null, 0));
  for (let i = 0; i < sharers; i++) {
    links.push(link(`s${i}`, `seed${i % SEEDS}`, (until * (i + 0.5)) / sharers));
  }
  for (let i = SEEDS; i < links.length; i++) {
    const { code, at } = links[i]!;
    const children = drawNegativeBinomial(random, 0.9, 0.4);
    for (let child = 0; child < children; child++) {
      const born = at + drawExponential(random, MEAN_LAG, HORIZON);
      if (born < until) links.push({ code: `${code}.${child}`, via: code, at: born });
    }
  }
  return buildForest(links);
}

function distributionOf(forest: ForestShape, asOf: number) {
  const sharers = lagSample(forest, asOf, "sharers");
  const interval = { ...viralCycle(sharers, HORIZON), cdf: lagCdf };
  return offspringDistribution({ sharers, interval }, HORIZON);
}

describe("distribution as of an instant", () => {
  it.each([
    ["the mature where there are enough of them", 5000, 300, false],
    ["shares of any age where there are not", 5000, 95, true],
  ])("reads %s", (_, sharers, asOf, isAgeCorrected) => {
    const distribution = distributionOf(campaign(sharers, asOf), asOf);
    expect(distribution.isAgeCorrected).toBe(isAgeCorrected);
    expect(distribution.mature.size > 0).toBe(!isAgeCorrected);
    const { reproduction, dispersion, isHeavier } = distribution.fit;
    if (reproduction.value === null) throw new Error("unknown");
    expect(reproduction.low).toBeLessThan(0.9);
    expect(reproduction.high).toBeGreaterThan(0.9);
    expect(dispersion.low).toBeLessThan(0.4);
    expect(dispersion.high).toBeGreaterThan(0.4);
    expect(isHeavier).toBe(false);
  });

  it("has nothing to read before anybody shared", () => {
    const forest = buildForest([{ code: "seed", via: null, at: 0 }]);
    const { mature, fit, isAgeCorrected } = distributionOf(forest, 50);
    expect(mature.size).toBe(0);
    expect(isAgeCorrected).toBe(false);
    expect(fit.reproduction.value).toBeNull();
  });
});
