import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clusteredK } from "./clustered-k.ts";
import { clusteredRatio } from "./clustered-ratio.ts";
import { type CascadeSums, clusteredSums } from "./clustered-sums.ts";

interface KInterval {
  readonly input: { readonly shares: readonly number[]; readonly children: readonly number[] };
  readonly expected: {
    readonly K: number;
    readonly se: number | null;
    readonly ci95_log_t: readonly [number, number] | null;
  };
}

const read = (url: URL): { k_intervals: KInterval[] } => JSON.parse(readFileSync(url, "utf8"));
// Counts of real cascades, under no licence to copy.
const realUrl = new URL("../../../../shared/oracles/k-cluster.json", import.meta.url);

function sumsOf(shares: readonly number[], children: readonly number[]): CascadeSums {
  return clusteredSums(shares.map((x, i) => ({ x, y: children[i]! })));
}

function near(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-8 * Math.abs(expected));
}

function expectInterval({ input, expected }: KInterval): void {
  const sums = sumsOf(input.shares, input.children);
  const { error } = clusteredRatio(sums);
  if (expected.se === null) expect(error).toBeNull();
  else near(error!, expected.se);
  const k = clusteredK(sums);
  near(k.value!, expected.K);
  if (k.value === null || expected.ci95_log_t === null) return;
  near(k.low!, expected.ci95_log_t[0]);
  near(k.high!, expected.ci95_log_t[1]);
}

describe("closed form, checked with statsmodels' cluster-robust covariance and scipy's t", () => {
  it("made cases", () => {
    for (const one of read(new URL("../oracles/k-cluster.json", import.meta.url)).k_intervals)
      expectInterval(one);
  });

  it.skipIf(!existsSync(realUrl))("real cascades, when ../shared/oracles/k-cluster.json is there", () => {
    for (const one of read(realUrl).k_intervals) expectInterval(one);
  });
});

it("has no width when every cascade has the same ratio", () => {
  const k = clusteredK(sumsOf([3, 6, 9, 12, 30], [1, 2, 3, 4, 10]));
  expect(k).toEqual({ value: 1 / 3, low: 1 / 3, high: 1 / 3 });
});

it("says why an interval is missing or weak", () => {
  expect(clusteredK(sumsOf([], []))).toEqual({ value: null, why: "empty", note: "nobody-reshared" });
  expect(clusteredK(sumsOf([0], [0]))).toEqual({ value: null, why: "empty", note: "nobody-reshared" });
  expect(clusteredK(sumsOf([9, 0], [3, 0]))).toEqual({ value: 1 / 3, note: "one-cascade" });
  expect(clusteredK(sumsOf([9, 8, 7, 6], [3, 1, 2, 2]))).toMatchObject({ note: "few-cascades" });
  expect(clusteredK(sumsOf([9, 8, 7, 6, 5], [3, 1, 2, 2, 1]))).not.toHaveProperty("note");
});

it("bounds K from above when no share had a child", () => {
  expect(clusteredK(sumsOf([5, 6, 7], [0, 0, 0]))).toEqual({
    value: 0,
    low: 0,
    high: 3 / 18,
    note: "no-children",
  });
});
