import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import type { ShareLink } from "#lib/cascade/forest.ts";
import { drawExponential } from "#lib/stats/draw.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { offspringDistribution } from "./offspring-distribution.ts";

const HORIZON = 100;
const MEAN_LAG = 30;
const lagCdf = (age: number) =>
  Math.expm1(-Math.min(HORIZON, Math.max(0, age)) / MEAN_LAG) / Math.expm1(-HORIZON / MEAN_LAG);

/** Sharers come evenly from the seed; every sharer has children with R = 0.9 and k = 0.4 within the horizon. */
function campaign(sharers: number, until: number) {
  const random = seededRandom(9);
  const links: ShareLink[] = [{ code: "seed", via: null, at: 0 }];
  for (let i = 0; i < sharers; i++) {
    links.push({ code: `s${i}`, via: "seed", at: (until * (i + 0.5)) / sharers });
  }
  for (let i = 1; i < links.length; i++) {
    const { code, at } = links[i]!;
    const children = drawNegativeBinomial(random, 0.9, 0.4);
    for (let child = 0; child < children; child++) {
      const born = at + drawExponential(random, MEAN_LAG, HORIZON);
      if (born < until) links.push({ code: `${code}.${child}`, via: code, at: born });
    }
  }
  return buildForest(links);
}

describe("distribution as of an instant", () => {
  it.each([
    ["the mature where there are enough of them", 5000, 300, false],
    ["shares of any age where there are not", 5000, 95, true],
  ])("reads %s", (_, sharers, asOf, isAgeCorrected) => {
    const distribution = offspringDistribution(campaign(sharers, asOf), asOf, HORIZON, lagCdf);
    expect(distribution.isAgeCorrected).toBe(isAgeCorrected);
    expect(distribution.mature.size > 0).toBe(!isAgeCorrected);
    const { reproduction, dispersionEnds, isHeavier } = distribution.fit;
    if (reproduction.value === null) throw new Error("unknown");
    expect(reproduction.low).toBeLessThan(0.9);
    expect(reproduction.high).toBeGreaterThan(0.9);
    expect(dispersionEnds?.low).toBeLessThan(0.4);
    expect(dispersionEnds?.high).toBeGreaterThan(0.4);
    expect(isHeavier).toBe(false);
  });

  it("has nothing to read before anybody shared", () => {
    const forest = buildForest([{ code: "seed", via: null, at: 0 }]);
    const { mature, fit, isAgeCorrected } = offspringDistribution(forest, 50, HORIZON, lagCdf);
    expect(mature.size).toBe(0);
    expect(isAgeCorrected).toBe(false);
    expect(fit.reproduction.value).toBeNull();
  });
});
