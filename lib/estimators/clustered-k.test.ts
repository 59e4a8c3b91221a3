import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { CascadeCount } from "./cascade-ratio.ts";
import { clusteredK, kByGeneration } from "./clustered-k.ts";
import type { LagSample } from "./lag-sample.ts";
import { clusteredError, meanCumulativeFunction } from "./mean-cumulative-function.ts";

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
const realUrl = new URL("../../../shared/oracles/k-cluster.json", import.meta.url);
const oracleUrl = new URL("../../../shared/oracles/weibo-aggregate.json", import.meta.url);
const dataUrl = new URL("../../../shared/data/weibo-cascades.csv.gz", import.meta.url);

const countsOf = (shares: readonly number[], children: readonly number[]): CascadeCount[] =>
  shares.map((x, i) => ({ x, y: children[i]! }));

function near(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-8 * Math.abs(expected));
}

/** Shares watched for long, each cascade's children all of its first share. */
function matureSample(shares: readonly number[], children: readonly number[]): LagSample {
  const counts = countsOf(shares, children).filter(({ x }) => x > 0);
  const cascade = counts.flatMap(({ x }, j) => new Array<number>(x).fill(j));
  let first = 0;
  const parent = counts.flatMap(({ x, y }) => {
    first += x;
    return new Array<number>(y).fill(first - x);
  });
  return {
    ...{ population: "sharers", cascades: counts.length, roots: Int32Array.from(counts.keys()) },
    ...{ cascade: Int32Array.from(cascade), age: new Float64Array(cascade.length).fill(1) },
    ...{ parent: Int32Array.from(parent), lag: new Float64Array(parent.length) },
    mistimed: new Uint8Array(parent.length),
  };
}

function expectInterval({ input, expected }: KInterval): void {
  const sample = matureSample(input.shares, input.children);
  const { byCascade: error } = clusteredError(sample, meanCumulativeFunction(sample, 1), 1);
  if (expected.se === null) expect(error).toBeNull();
  else near(error!, expected.se);
  near(clusteredK(countsOf(input.shares, input.children)).value!, expected.K);
}

describe("closed form, checked with statsmodels' cluster-robust covariance and scipy's t", () => {
  it("made cases", () => {
    for (const one of read(new URL("./oracles/k-cluster.json", import.meta.url)).k_intervals)
      expectInterval(one);
  });

  it.skipIf(!existsSync(realUrl))("real cascades, when ../shared/oracles/k-cluster.json is there", () => {
    for (const one of read(realUrl).k_intervals) expectInterval(one);
  });
});

it("has the width of independent shares when every cascade has the same ratio", () => {
  const k = clusteredK(countsOf([3, 6, 9, 12, 30], [1, 2, 3, 4, 10]));
  if (k.value === null) throw new Error("no K");
  expect(Math.log(k.high! / k.low!) / 2).toBeGreaterThan(Math.sqrt(1 / 20) * 1.96);
});

it("says why an interval is missing or weak", () => {
  expect(clusteredK(countsOf([], []))).toEqual({ value: null, why: "empty", note: "nobody-reshared" });
  expect(clusteredK(countsOf([0], [0]))).toEqual({ value: null, why: "empty", note: "nobody-reshared" });
  expect(clusteredK(countsOf([9, 0], [3, 0]))).toEqual({ value: 1 / 3, note: "one-cascade" });
  expect(clusteredK(countsOf([9, 8, 7, 6], [3, 1, 2, 2]))).toMatchObject({ note: "few-cascades" });
  expect(clusteredK(countsOf([9, 8, 7, 6, 5], [3, 1, 2, 2, 1]))).not.toHaveProperty("note");
});

it("bounds K from above when no share had a child", () => {
  expect(clusteredK(countsOf([5, 6, 7], [0, 0, 0]))).toEqual({
    value: 0,
    low: 0,
    high: 3 / 18,
    note: "no-children",
  });
});

it("counts shares and children at every depth, cascades as clusters", () => {
  const forest = buildForest([
    { code: "s", via: null, at: 0 },
    { code: "a", via: "s", at: 1 },
    { code: "b", via: "s", at: 2 },
    { code: "c", via: "a", at: 3 },
    { code: "t", via: null, at: 0 },
    { code: "d", via: "t", at: 1 },
    { code: "e", via: "d", at: 2 },
    { code: "f", via: "d", at: 2 },
    { code: "lone", via: null, at: 5 },
    { code: "orphan", via: "nobody", at: 6 },
    { code: "g", via: "orphan", at: 7 },
  ]);
  const few = {
    effective: expect.any(Number),
    low: expect.any(Number),
    high: expect.any(Number),
    note: "few-cascades",
  };
  expect(kByGeneration(forest)).toEqual([
    { generation: 0, andLater: false, shares: 3, children: 3, k: { value: 1, ...few } },
    { generation: 1, andLater: false, shares: 3, children: 3, k: { value: 1, ...few } },
    {
      generation: 2,
      andLater: false,
      shares: 3,
      children: 0,
      k: { value: 0, low: 0, high: 1, note: "no-children" },
    },
  ]);
  expect(kByGeneration(forest, 3)).toEqual(kByGeneration(forest));
  expect(kByGeneration(forest, 2)).toEqual([
    { generation: 0, andLater: false, shares: 3, children: 3, k: { value: 1, ...few } },
    { generation: 1, andLater: true, shares: 6, children: 3, k: { value: 0.5, ...few } },
  ]);
  expect(kByGeneration(buildForest([]))).toEqual([]);
});

it.skipIf(!existsSync(oracleUrl) || !existsSync(dataUrl))(
  "real cascades, when ../shared/oracles and ../shared/data are there",
  () => {
    const found = kByGeneration(realForest());
    const { by_generation } = JSON.parse(readFileSync(oracleUrl, "utf8")).expected;
    expect(
      found
        .slice(0, by_generation.length)
        .map(({ k, andLater: _andLater, ...counts }) => ({ ...counts, K: k.value })),
    ).toEqual(
      by_generation.map(({ K, ...counts }: { K: number }) => ({ ...counts, K: expect.closeTo(K, 9) })),
    );
  },
);

/** Quicker than `buildForest`, as the file is whole and sorted by cascade. */
function realForest(): ForestShape {
  const rows = gunzipSync(readFileSync(dataUrl)).toString("latin1").trimEnd().split("\n").slice(1);
  const fields = rows.map((row) => row.split(",", 3));
  const indexOf = new Map(fields.map(([, code], i) => [code, i]));
  const parent = Int32Array.from(fields, ([, , via]) => (via === "" ? -1 : indexOf.get(via)!));
  const size = parent.length;
  const depth = new Int32Array(size);
  const root = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    let top = i;
    while (parent[top] !== -1) {
      top = parent[top]!;
      depth[i] = depth[i]! + 1;
    }
    root[i] = top;
  }
  const roots = root.filter((top, i) => top === i);
  return { size, parent, depth, root, roots, faults: new Uint8Array(size), at: new Float64Array(size) };
}
