import { describe, expect, it } from "vitest";
import type { Estimate } from "#lib/domain/estimate.ts";
import { clusteredK, kByGeneration } from "#lib/estimators/clustered-k.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import { buildForest } from "./build-forest.ts";
import { clusterOf, seederOfShares, TEAM } from "./seeder.ts";

/** One cascade after the other: a seed, its sharers, and the children of the first of them. */
function forestOf(cascades: readonly { sharers: number; children: number }[]) {
  return buildForest(
    cascades.flatMap(({ sharers, children }, c) => [
      { code: `${c}`, via: null, at: c },
      ...Array.from({ length: sharers }, (_, i) => ({ code: `${c}/${i}`, via: `${c}`, at: 100 + i })),
      ...Array.from({ length: children }, (_, i) => ({ code: `${c}/0/${i}`, via: `${c}/0`, at: 200 + i })),
    ]),
  );
}

const CASCADES = [
  { sharers: 4, children: 2 },
  { sharers: 9, children: 0 },
  { sharers: 5, children: 3 },
  { sharers: 6, children: 4 },
];
const forest = forestOf(CASCADES);
const planted = (...persons: readonly string[]) => {
  const seeder = seederOfShares(forest, (root) => persons[[...forest.roots].indexOf(root)] ?? "");
  return { ...forest, seeder };
};
const [first = 0, second = 0, third = 0, last = 0] = forest.roots;

/** An estimate whose figures may differ by rounding. */
const nearly = (estimate: Estimate) =>
  Object.fromEntries(
    Object.entries(estimate).map(([name, value]) => [
      name,
      typeof value === "number" ? expect.closeTo(value, 9) : value,
    ]),
  );

describe("who planted a cascade", () => {
  it("joins the cascades of one person under the first of them", () => {
    const joined = planted("mona", "omar", "mona", "sara");
    expect(forest.roots.length).toBe(4);
    expect([...forest.roots].map((root) => clusterOf(joined, root))).toEqual([first, second, first, last]);
    expect(clusterOf(joined, third + 1)).toBe(first);
    expect(clusterOf(forest, third + 1)).toBe(third);
  });

  it("tells nobody apart by the team, by no name, or by one who planted all", () => {
    expect(planted(TEAM, "", TEAM, "").seeder).toBeUndefined();
    expect(planted("mona", "mona", "mona", "mona").seeder).toBeUndefined();
    expect(planted("a", "b", "c", "d").seeder).toBeUndefined();
    expect(planted(TEAM, "mona", TEAM, "mona").seeder).toBeDefined();
  });

  it("is nobody for the tree of an orphan", () => {
    const orphans = buildForest([
      { code: "a", via: null, at: 0 },
      { code: "b", via: null, at: 1 },
      { code: "o", via: "unknown", at: 2 },
    ]);
    const seeder = seederOfShares(orphans, (root) => (root === 0 ? "sara" : "mona"));
    expect(seeder).toBeUndefined();
  });

  it("makes one cluster of their cascades, for K, K of seeds and every generation", () => {
    const joined = planted("mona", "omar", "mona", "sara");
    const sample = lagSample(joined, 10_000, "sharers");
    expect([...sample.roots]).toEqual([first, second, last]);
    // Shares of one cluster stand together.
    expect([...sample.cascade]).toEqual([...sample.cascade].toSorted((a, b) => a - b));
    const k = reproductionNumber(sample, 5000, () => 1).estimate;
    const counts = [
      { x: 4 + 2 + 5 + 3, y: 2 + 3 },
      { x: 9, y: 0 },
      { x: 6 + 4, y: 4 },
    ];
    expect(k).toEqual(nearly(clusteredK(counts)));
    expect(k).not.toEqual(reproductionNumber(lagSample(forest, 10_000, "sharers"), 5000, () => 1).estimate);
    const [seeds] = kByGeneration(joined);
    expect(seeds).toMatchObject({ shares: 4, children: 24, k: { value: 6, note: "few-cascades" } });
    expect(seeds?.k).not.toEqual(kByGeneration(forest)[0]?.k);
  });
});
