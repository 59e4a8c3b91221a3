import { describe, expect, it } from "vitest";
import { partialPooling } from "#lib/stats/partial-pooling.ts";
import { type CascadeCount, cascadeProportion, cascadeRatio } from "./cascade-ratio.ts";
import { reproductionNumber } from "./k.ts";
import type { LagSample } from "./lag-sample.ts";
import { poolKs, poolParts, poolRatios } from "./pooled.ts";

const AGE = 10;

/** Mature sharers and children of each cascade as a sample, every child at the very birth of its parent. */
function sampleOf(counts: readonly CascadeCount[]): LagSample {
  const cascade = counts.flatMap(({ x }, j) => new Array<number>(x).fill(j));
  const parent = counts.flatMap(({ y }, j) => new Array<number>(y).fill(cascade.indexOf(j)));
  return {
    population: "sharers",
    cascades: counts.length,
    roots: Int32Array.from(counts.keys()),
    age: Float64Array.from(cascade, () => AGE),
    cascade: Int32Array.from(cascade),
    lag: Float64Array.from(parent, () => 0),
    parent: Int32Array.from(parent),
    mistimed: new Uint8Array(parent.length),
  };
}

const kOf = (counts: readonly CascadeCount[]) => reproductionNumber(sampleOf(counts), AGE, () => 1);
const cascadesOf = (x: number, ...ys: number[]): CascadeCount[] => ys.map((y) => ({ x, y }));
const LOW = cascadesOf(20, 2, 3, 1, 2, 4, 2);
const MIDDLE = cascadesOf(20, 8, 9, 12, 7, 10, 11);
const HIGH = cascadesOf(20, 17, 15, 19, 16, 18, 14);
const NONE = cascadesOf(10, 0, 0, 0);
const ALL = cascadesOf(10, 10, 10, 10);
const ALONE = cascadesOf(50, 30);

describe("the K of groups", () => {
  it("is drawn towards the mean, the less known the more, and never past it", () => {
    const { verdict, estimates } = poolKs([LOW, MIDDLE, HIGH].map(kOf));
    expect(verdict).toBe("differ");
    const raw = [LOW, MIDDLE, HIGH].map((counts) => cascadeRatio(counts).value ?? 0);
    const pooled = estimates.map(({ value }) => value ?? 0);
    expect(pooled[0]).toBeGreaterThan(raw[0] ?? 1);
    expect(pooled[2]).toBeLessThan(raw[2] ?? 0);
    expect(pooled).toEqual(pooled.toSorted((a, b) => a - b));
    for (const estimate of estimates) {
      if (estimate.value === null) throw new Error("each has a value");
      expect(estimate.low).toBeLessThan(estimate.value);
      expect(estimate.high).toBeGreaterThan(estimate.value);
    }
  });

  it("is the same from a curve of mature shares and from sums", () => {
    const groups = [LOW, MIDDLE, HIGH, NONE, ALONE];
    const [curves, sums] = [poolKs(groups.map(kOf)), poolRatios(groups)];
    expect(curves.verdict).toBe(sums.verdict);
    curves.estimates.forEach(({ value }, group) => {
      expect(value).toBeCloseTo(sums.estimates[group]?.value ?? Number.NaN, 12);
    });
  });

  it("of none is half a child of variance 2", () => {
    const pooledWith = (counts: CascadeCount[]) =>
      poolRatios([counts, MIDDLE, HIGH]).estimates[0]?.value ?? Number.NaN;
    expect(pooledWith(NONE)).toBeGreaterThan(0.5 / 30);
    expect(pooledWith(NONE)).toBeLessThan(pooledWith(MIDDLE));
    // Three like it: the pooled value follows from the formula alone.
    const half = { theta: Math.log(0.5 / 30), variance: 2, df: 1 };
    const expected = partialPooling([half, half, half]);
    const { verdict, estimates } = poolRatios([NONE, NONE, NONE]);
    expect(verdict).toBe("alike");
    expect(estimates[0]).toEqual({
      value: Math.exp(expected.mean),
      low: Math.exp(expected.groups[0]?.low ?? 0),
      high: Math.exp(expected.groups[0]?.high ?? 0),
    });
  });
});

describe("groups that cannot be ranked", () => {
  it("have raw values only where fewer than three have an interval", () => {
    for (const groups of [[], [LOW], [LOW, HIGH], [LOW, HIGH, ALONE], [LOW, HIGH, []]]) {
      const { verdict, estimates } = poolRatios(groups);
      expect(verdict).toBe("too-few");
      expect(estimates).toEqual(groups.map(() => ({ value: null, why: "too-few" })));
    }
    expect(poolRatios([LOW, HIGH, MIDDLE]).verdict).toBe("differ");
  });

  it("are all the mean where they differ by no more than chance", () => {
    const { verdict, estimates } = poolRatios([MIDDLE, MIDDLE, MIDDLE]);
    expect(verdict).toBe("alike");
    expect(new Set(estimates.map(({ value }) => value)).size).toBe(1);
    expect(estimates[0]?.value).toBeCloseTo(57 / 120, 12);
  });

  it("of one cascade is shown at the mean and told from none; of nothing has no value", () => {
    const { estimates } = poolRatios([LOW, MIDDLE, HIGH, ALONE, []]);
    const without = poolRatios([LOW, MIDDLE, HIGH]);
    expect(estimates.slice(0, 3)).toEqual(without.estimates);
    const [lone, empty] = estimates.slice(3);
    expect(lone).toEqual({ value: expect.any(Number), note: "too-few-to-tell" });
    expect(lone?.value).toBeGreaterThan(without.estimates[0]?.value ?? 1);
    expect(lone?.value).toBeLessThan(without.estimates[2]?.value ?? 0);
    expect(empty).toEqual({ value: null, why: "empty" });
    // One without a child is no more: half a child of one cascade would weigh on the mean.
    const childless = poolRatios([LOW, MIDDLE, HIGH, cascadesOf(50, 0)]);
    expect(childless.estimates.slice(0, 3)).toEqual(without.estimates);
    expect(childless.estimates[3]).toEqual(lone);
  });
});

describe("parts", () => {
  it("stay between 0 and 1, those of none and of all too", () => {
    const { verdict, estimates } = poolParts([NONE, MIDDLE, ALL, LOW]);
    expect(verdict).toBe("differ");
    for (const estimate of estimates) {
      if (estimate.value === null) throw new Error("each has a value");
      expect(estimate.low).toBeGreaterThanOrEqual(0);
      expect(estimate.high).toBeLessThanOrEqual(1);
    }
    const [none = Number.NaN, middle = Number.NaN, all = Number.NaN] = estimates.map(
      ({ value }) => value ?? 0,
    );
    expect(none).toBeLessThan(middle);
    expect(middle).toBeLessThan(all);
  });

  it("mirror when failures are counted in place of successes", () => {
    const groups = [LOW, MIDDLE, HIGH, NONE];
    const mirrored = groups.map((counts) => counts.map(({ x, y }) => ({ x, y: x - y })));
    const [plain, turned] = [poolParts(groups), poolParts(mirrored)];
    plain.estimates.forEach(({ value }, group) => {
      expect(value).toBeCloseTo(1 - (turned.estimates[group]?.value ?? Number.NaN), 10);
    });
    expect(cascadeProportion(LOW).value).not.toBeCloseTo(plain.estimates[0]?.value ?? 0, 3);
  });
});
