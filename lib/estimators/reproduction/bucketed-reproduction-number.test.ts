import { expect, it } from "vitest";
import { defaultKernel } from "#lib/estimators/timing/default-kernel.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { ageBucketEdges } from "./age-bucket-edges.ts";
import { type AgeBuckets, ageBuckets } from "./age-buckets.ts";
import { bucketedReproductionNumber } from "./bucketed-reproduction-number.ts";
import type { LagSample } from "./lag-sample.ts";
import { reproductionNumber } from "./reproduction-number.ts";

const DAY = 86_400_000;
const A = 7 * DAY;
const { cdf, quantile } = defaultKernel(A);

/** Cascades of 40 shares each, half of them young; every age and lag passes through `place`. */
function draw(cascades: number, place: (age: number) => number = (age) => age): LagSample {
  const random = seededRandom(12);
  const age: number[] = [];
  const cascade: number[] = [];
  const lag: number[] = [];
  const parent: number[] = [];
  for (let share = 0; share < 40 * cascades; share++) {
    age.push(place(random.next() * 2 * A));
    cascade.push(Math.floor(share / 40));
    for (let left = drawNegativeBinomial(random, 0.5, 0.3); left > 0; left--) {
      const born = place(quantile(random.next() || 0.5));
      if (born > age[share]!) continue;
      lag.push(born);
      parent.push(share);
    }
  }
  return {
    population: "sharers",
    cascades,
    age: Float64Array.from(age),
    cascade: Int32Array.from(cascade),
    lag: Float64Array.from(lag),
    parent: Int32Array.from(parent),
    mistimed: new Uint8Array(lag.length),
  };
}

function bucketsOf(sample: LagSample, edges: Float64Array): AgeBuckets[] {
  const cascades = Array.from({ length: sample.cascades }, () => ageBuckets(edges));
  sample.age.forEach((age, share) => {
    cascades[sample.cascade[share]!]!.addShare(age);
  });
  sample.lag.forEach((lag, child) => {
    cascades[sample.cascade[sample.parent[child]!]!]!.addChild(lag);
  });
  return cascades;
}

function bothOf(sample: LagSample, edges: Float64Array) {
  const exact = reproductionNumber(sample, A, cdf);
  const bucketed = bucketedReproductionNumber("sharers", bucketsOf(sample, edges), edges, cdf);
  return { exact, bucketed };
}

/** Largest relative difference between value, low and high. */
function difference({ exact, bucketed }: ReturnType<typeof bothOf>): number {
  const [a, b] = [exact.estimate, bucketed.estimate];
  if (a.value === null || b.value === null) throw new Error("no K");
  const ends = [a.value / b.value, a.low! / b.low!, a.high! / b.high!];
  return Math.max(...ends.map((ratio) => Math.abs(ratio - 1)));
}

it("equals the exact value when all ages stand on edges", () => {
  const edges = ageBucketEdges(A);
  const down = (age: number) => edges.findLast((edge) => edge <= age)!;
  for (const cascades of [2, 8, 20]) {
    const both = bothOf(draw(cascades, down), edges);
    expect(difference(both)).toBeLessThan(1e-12);
    const { within, shares, children, estimate } = both.exact;
    expect(both.bucketed).toMatchObject({ within, shares, children, cascades });
    expect(both.bucketed.estimate.note).toBe(estimate.note);
  }
});

it("comes within 1 % of the exact value with 256 buckets, and nearer with more", () => {
  const sample = draw(20);
  const found = [64, 256, 4096].map((buckets) => difference(bothOf(sample, ageBucketEdges(A, buckets))));
  expect(found[0]).toBeGreaterThan(found[1]!);
  expect(found[1]).toBeGreaterThan(found[2]!);
  expect(found[1]).toBeLessThan(0.01);
  expect(found[2]).toBeLessThan(0.001);
});

it("adds up: a cascade counted in parts is the cascade", () => {
  const edges = ageBucketEdges(A);
  const [first, second] = bucketsOf(draw(2), edges);
  const apart = [first!.shares.slice(), second!.children.slice()];
  first!.merge(second!);
  expect(first!.shares).toEqual(apart[0]!.map((count, i) => count + second!.shares[i]!));
  expect(second!.children).toEqual(apart[1]);
});

it("knows the same edge cases", () => {
  const edges = ageBucketEdges(A);
  const report = (cascades: readonly AgeBuckets[]) =>
    bucketedReproductionNumber("sharers", cascades, edges, cdf).estimate;
  expect(report([])).toEqual({ value: null, why: "empty", note: "nobody-reshared" });
  const one = ageBuckets(edges);
  for (let share = 0; share < 12; share++) one.addShare(2 * A);
  expect(report([one])).toEqual({ value: 0, low: 0, high: 0.25, note: "no-children" });
  one.addChild(DAY);
  one.addChild(A + 1);
  expect(report([one])).toEqual({ value: 1 / 12, note: "one-cascade" });
});

it("begins buckets at 0, at a second and at the horizon", () => {
  const edges = ageBucketEdges(A);
  expect([edges.length, edges[0], edges[1], edges[255]]).toEqual([256, 0, 1000, A]);
  expect(edges[101]! / edges[100]!).toBeCloseTo(edges[201]! / edges[200]!, 9);
});
