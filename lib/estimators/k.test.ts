import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { drawExponential, drawPoisson } from "#lib/stats/draw.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { HOUR } from "#lib/time/lengths.ts";
import type { CascadeCount } from "./cascade-ratio.ts";
import { clusteredK } from "./clustered-k.ts";
import { reproductionNumber } from "./k.ts";
import { defaultKernel } from "./lag-distribution.ts";
import { type LagSample, lagSample } from "./lag-sample.ts";

const A = 24 * HOUR;
const { cdf } = defaultKernel(A);

interface Campaign {
  readonly cascades: number;
  /** Expected children of a sharer of a cascade. */
  readonly k: (random: Random) => number;
  readonly meanLag: number;
  /** Seeds are planted evenly over this time. */
  readonly planting: number;
}

/** A branching process: seeds have 10 children in the mean, sharers a few and some of them many. */
function simulate({ cascades, k, meanLag, planting }: Campaign, random: Random): ForestShape {
  const parent: number[] = [];
  const root: number[] = [];
  const depth: number[] = [];
  const at: number[] = [];
  const roots: number[] = [];
  for (let cascade = 0; cascade < cascades; cascade++) {
    const mean = k(random);
    const first = parent.length;
    roots.push(first);
    parent.push(-1);
    root.push(first);
    depth.push(0);
    at.push(random.next() * planting);
    for (let share = first; share < parent.length; share++) {
      const children = share === first ? drawPoisson(random, 10) : drawNegativeBinomial(random, mean, 0.3);
      for (let child = 0; child < children; child++) {
        parent.push(share);
        root.push(first);
        depth.push(depth[share]! + 1);
        at.push(at[share]! + drawExponential(random, meanLag));
      }
    }
  }
  return {
    size: parent.length,
    parent: Int32Array.from(parent),
    root: Int32Array.from(root),
    depth: Int32Array.from(depth),
    faults: new Uint8Array(parent.length),
    at: Float64Array.from(at),
    roots: Int32Array.from(roots),
  };
}

function coverage(campaign: Campaign, asOf: number, truth: number): number {
  const random = seededRandom(20);
  let covered = 0;
  for (let run = 0; run < 500; run++) {
    const sample = lagSample(simulate(campaign, random), asOf, "sharers");
    const { estimate } = reproductionNumber(sample, A, cdf);
    if (estimate.value !== null && estimate.low! <= truth && truth <= estimate.high!) covered += 1;
  }
  return covered / 500;
}

describe("the nominal 95 % interval of 20 cascades covers the truth in 91 to 97 %", () => {
  it("when cascades differ a little and all shares are mature", () => {
    const k = (random: Random) => (random.next() < 0.5 ? 0.35 : 0.45);
    // A cascade has x = s/(1 − k) sharers for s of its first generation, and k·x children of theirs.
    const truth = 1 - 1 / ((1 / 0.65 + 1 / 0.55) / 2);
    const found = coverage({ cascades: 20, k, meanLag: HOUR / 10, planting: A }, 100 * A, truth);
    expect(found).toBeGreaterThanOrEqual(0.91);
    expect(found).toBeLessThanOrEqual(0.97);
  });

  it("when many shares are young", () => {
    const truth = 0.5 * (1 - Math.exp(-3));
    const campaign = { cascades: 20, k: () => 0.5, meanLag: A / 3, planting: 2 * A };
    const found = coverage(campaign, 2.5 * A, truth);
    expect(found).toBeGreaterThanOrEqual(0.91);
    expect(found).toBeLessThanOrEqual(0.97);
  });
});

/** Sharers of one age each, by cascade, with the lags of their children. */
function sampleOf(cascades: readonly (readonly { age: number; lags?: readonly number[] }[])[]): LagSample {
  const shares = cascades.flatMap((cascade, c) => cascade.map((share) => ({ lags: [], ...share, c })));
  const lags = shares.flatMap((share, parent) => share.lags.map((lag) => ({ lag, parent })));
  return {
    population: "sharers",
    cascades: cascades.length,
    roots: Int32Array.from(cascades, (_, i) => i),
    age: Float64Array.from(shares, ({ age }) => age),
    cascade: Int32Array.from(shares, ({ c }) => c),
    lag: Float64Array.from(lags, ({ lag }) => lag),
    parent: Int32Array.from(lags, ({ parent }) => parent),
    mistimed: new Uint8Array(lags.length),
  };
}
const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const mature = { age: 2 * A };
const fertile = { age: 2 * A, lags: [HOUR, 2 * HOUR] };

describe("reproductionNumber", () => {
  it("is the ratio estimator once every share is mature", () => {
    const forest = simulate({ cascades: 12, k: () => 0.4, meanLag: HOUR / 10, planting: A }, seededRandom(4));
    const sample = lagSample(forest, 100 * A, "sharers");
    const counts: CascadeCount[] = Array.from({ length: sample.cascades }, (_, c) => ({
      x: sample.cascade.filter((of) => of === c).length,
      y: sample.parent.filter((share) => sample.cascade[share] === c).length,
    }));
    const ratio = clusteredK(counts);
    const found = reproductionNumber(sample, A, cdf);
    if (ratio.value === null || found.estimate.value === null) throw new Error("no K");
    expect(found.estimate.value).toBeCloseTo(ratio.value, 12);
    expect(found.estimate.low!).toBeCloseTo(ratio.low!, 10);
    expect(found.estimate.high!).toBeCloseTo(ratio.high!, 10);
    expect(found).toMatchObject({ within: A, shares: sample.age.length, children: sample.lag.length });
  });

  it("leaves out children born past the horizon", () => {
    const late = { age: 2 * A, lags: [HOUR, A, A + 1] };
    const { estimate, children } = reproductionNumber(sampleOf(many(6, many(4, late))), A, cdf);
    expect([estimate.value, children]).toEqual([2, 48]);
  });

  it("says so when it rests on few cascades", () => {
    const cascade = [fertile, ...many(11, mature)];
    const few = reproductionNumber(sampleOf([cascade, many(12, mature), cascade]), A, cdf).estimate;
    expect(few).toMatchObject({ value: 4 / 36, note: "few-cascades", low: expect.any(Number) });
    const five = reproductionNumber(sampleOf([...many(4, cascade), many(12, mature)]), A, cdf).estimate;
    expect(five).not.toHaveProperty("note");
  });

  it("goes by the shares of one cascade, and by nothing for one share", () => {
    const { estimate } = reproductionNumber(sampleOf([[fertile, ...many(11, mature)]]), A, cdf);
    const k = 2 / 12;
    const se = Math.sqrt((2 - k) ** 2 + 11 * k ** 2) / 12;
    expect(estimate).toEqual({
      value: expect.closeTo(k, 12),
      low: expect.closeTo(k * Math.exp((-1.959963984540054 * se) / k), 10),
      high: expect.closeTo(k * Math.exp((1.959963984540054 * se) / k), 10),
      note: "one-cascade",
    });
    expect(reproductionNumber(sampleOf([[fertile]]), A, cdf).estimate).toEqual({
      value: 2,
      note: "one-cascade",
    });
  });

  it("bounds K from above by effective shares when nobody brought anybody", () => {
    const young = { age: A / 100 };
    const { estimate } = reproductionNumber(sampleOf([many(4, mature), many(5, young)]), A, cdf);
    const effective = 4 + 5 * cdf(A / 100);
    expect(estimate).toEqual({
      value: 0,
      low: 0,
      high: expect.closeTo(3 / effective, 12),
      note: "no-children",
      within: A / 100,
    });
    const whole = sampleOf([many(4, mature), many(5, mature)]);
    expect(reproductionNumber(whole, A, cdf).estimate).toEqual({
      ...{ value: 0, low: 0, high: 3 / 9, note: "no-children" },
    });
    expect(reproductionNumber(sampleOf([[{ age: 0 }]]), A, cdf).estimate).toEqual({
      value: null,
      why: "censored",
    });
  });

  it("stops where fewer than ten shares or three cascades were watched", () => {
    const shorter = { age: 5 * HOUR, lags: [HOUR] };
    const nine = [...many(3, many(3, mature)), many(10, shorter)];
    expect(reproductionNumber(sampleOf(nine), A, cdf)).toMatchObject({
      within: 5 * HOUR,
      children: 10,
      estimate: { value: 10 / 19, note: "few-cascades", within: 5 * HOUR },
    });
    const two = [many(10, mature), many(10, mature), many(10, shorter)];
    expect(reproductionNumber(sampleOf(two), A, cdf).within).toBe(5 * HOUR);
    const enough = [many(4, mature), many(3, mature), [...many(3, mature), ...many(10, shorter)]];
    expect(reproductionNumber(sampleOf(enough), A, cdf)).toMatchObject({ within: A, children: 10 });
  });

  it("is bounded by the shares watched when all children came later than the data reach", () => {
    const sample = sampleOf([[{ age: 2 * A, lags: [9 * HOUR] }], ...many(4, many(3, { age: 5 * HOUR }))]);
    expect(reproductionNumber(sample, A, cdf)).toMatchObject({
      within: 5 * HOUR,
      children: 0,
      estimate: { value: 0, low: 0, high: expect.closeTo(3 / 13, 12), note: "no-children", within: 5 * HOUR },
    });
  });

  it("has no value of nothing, nor of a few young shares", () => {
    const none = buildForest([{ code: "seed", via: null, at: 0 }]);
    expect(reproductionNumber(lagSample(none, A, "sharers"), A, cdf)).toEqual({
      estimate: { value: null, why: "empty", note: "nobody-reshared" },
      ...{ within: A, shares: 0, children: 0, cascades: 0, leftOut: null },
    });
    expect(reproductionNumber(lagSample(none, -1, "seeds"), A, cdf).estimate).toEqual({
      value: null,
      why: "empty",
    });
    const young = sampleOf([[fertile, { age: HOUR }]]);
    expect(reproductionNumber(young, A, cdf).estimate).toMatchObject({
      ...{ value: 0.5, note: "one-cascade", within: HOUR },
    });
    const newborn = sampleOf([many(12, { age: 0, lags: [0] })]);
    expect(reproductionNumber(newborn, A, cdf).estimate).toEqual({ value: null, why: "censored" });
  });
});
