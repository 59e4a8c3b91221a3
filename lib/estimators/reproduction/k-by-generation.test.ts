import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { kByGeneration } from "./k-by-generation.ts";

const oracleUrl = new URL("../../../../shared/oracles/weibo-aggregate.json", import.meta.url);
const dataUrl = new URL("../../../../shared/data/weibo-cascades.csv.gz", import.meta.url);

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
  const few = { low: expect.any(Number), high: expect.any(Number), note: "few-cascades" };
  expect(kByGeneration(forest)).toEqual([
    { generation: 0, shares: 3, children: 3, k: { value: 1, ...few } },
    { generation: 1, shares: 3, children: 3, k: { value: 1, ...few } },
    { generation: 2, shares: 3, children: 0, k: { value: 0, low: 0, high: 1, note: "no-children" } },
  ]);
  expect(kByGeneration(buildForest([]))).toEqual([]);
});

it.skipIf(!existsSync(oracleUrl) || !existsSync(dataUrl))(
  "real cascades, when ../shared/oracles and ../shared/data are there",
  () => {
    const found = kByGeneration(realForest());
    const { by_generation } = JSON.parse(readFileSync(oracleUrl, "utf8")).expected;
    expect(
      found.slice(0, by_generation.length).map(({ k, ...counts }) => ({ ...counts, K: k.value })),
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
