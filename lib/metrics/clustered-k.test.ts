import { describe, expect, it } from "vitest";
import { type CascadeSums, clusteredK } from "./clustered-k.ts";

function sumsOf(shares: readonly number[], children: readonly number[]): CascadeSums {
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
  const ones = shares.map(() => 1);
  return {
    cascades: shares.length,
    x: dot(shares, ones),
    y: dot(children, ones),
    xx: dot(shares, shares),
    xy: dot(shares, children),
    yy: dot(children, children),
  };
}

function near(actual: number | null, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) / expected - 1)).toBeLessThan(1e-8);
}

describe("closed form, checked with statsmodels' cluster-robust covariance and scipy's t", () => {
  it.each([
    [[121, 175, 459], [26, 127, 386], 0.713907284768212, 0.3141246131650336, 1.6224886235748606],
    [
      [603, 345, 260, 686, 111, 865, 129, 921],
      [116, 301, 103, 67, 27, 362, 58, 279],
      0.3349489795918367,
      0.19773252527828042,
      0.5673867704451759,
    ],
    [[10, 10], [4, 1], 0.25, 0.00012217975414519249, 511.54137964402867],
  ])("shares %j, children %j", (shares, children, value, low, high) => {
    const k = clusteredK(sumsOf(shares, children));
    near(k.value, value);
    near(k.low, low);
    near(k.high, high);
    expect(k.note).toBe(shares.length < 5 ? "few-cascades" : null);
  });
});

it("has no width when every cascade has the same ratio", () => {
  const k = clusteredK(sumsOf([3, 6, 9, 12, 30], [1, 2, 3, 4, 10]));
  near(k.low, 1 / 3);
  near(k.high, 1 / 3);
});

it("says why an interval is missing", () => {
  expect(clusteredK(sumsOf([], []))).toEqual({ value: null, low: null, high: null, note: "nobody-reshared" });
  expect(clusteredK(sumsOf([9], [3]))).toEqual({ value: 1 / 3, low: null, high: null, note: "one-cascade" });
});

it("bounds K from above when no share had a child", () => {
  expect(clusteredK(sumsOf([5, 6, 7], [0, 0, 0]))).toEqual({
    value: 0,
    low: 0,
    high: 3 / 18,
    note: "no-children",
  });
});
