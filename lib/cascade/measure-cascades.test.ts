import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { measureCascades } from "#lib/cascade/measure-cascades.ts";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";

type Generator =
  | { readonly rule: "lcg"; readonly n: number; readonly seed: number; readonly mode: "uniform" }
  | { readonly rule: "path"; readonly n: number };

interface ShapeCase {
  readonly name: string;
  readonly input: { readonly parents: readonly number[] } | { readonly generate: Generator };
  readonly expected: {
    readonly n: number;
    readonly structural_virality: number | null;
    readonly max_depth: number;
    readonly mean_depth?: number;
    readonly sum_subtree?: number;
    readonly sum_subtree_sq?: number;
    readonly wiener?: number;
    readonly max_breadth?: number;
    readonly breadth_by_depth?: readonly number[];
    readonly root_offspring?: number;
    readonly max_offspring?: number;
    readonly depth?: readonly number[];
    readonly subtree_size?: readonly number[];
  };
}

const readOracle = (url: URL): { cases: ShapeCase[]; real_cascades?: ShapeCase[] } =>
  JSON.parse(readFileSync(url, "utf8"));

const oracle = readOracle(new URL("./oracles/tree-shape.json", import.meta.url));
// Cascades of real people, under no licence to copy: they are read where a checkout has them beside it.
const realUrl = new URL("../../../shared/oracles/tree-shape.json", import.meta.url);
const realCascades = existsSync(realUrl) ? (readOracle(realUrl).real_cascades ?? []) : [];

function parentsOf(input: ShapeCase["input"]): readonly number[] {
  if ("parents" in input) return input.parents;
  const { generate } = input;
  if (generate.rule === "path") return Array.from({ length: generate.n }, (_, i) => i - 1);
  let state = BigInt(generate.seed);
  return Array.from({ length: generate.n }, (_, i) => {
    if (i === 0) return -1;
    state = (1103515245n * state + 12345n) % 2n ** 31n;
    return Number(state) % i;
  });
}

function measureParents(parents: readonly number[]) {
  const links = parents.map((parent, i) => ({
    code: `n${i}`,
    via: parent === -1 ? null : `n${parent}`,
    at: i,
  }));
  const forest = buildForest(links);
  const subtree = subtreeSizes(forest.parent);
  const [shape, ...others] = measureCascades(forest, subtree);
  expect(others).toEqual([]);
  const nodeOf = new Map(forest.codes.map((code, node) => [code, node]));
  const inGivenOrder = (values: Int32Array) => parents.map((_, i) => values[nodeOf.get(`n${i}`)!]!);
  return { shape: shape!, depth: inGivenOrder(forest.depth), subtree_size: inGivenOrder(subtree) };
}

function expectShape({ input, expected }: ShapeCase): void {
  const { shape, ...byNode } = measureParents(parentsOf(input));
  const exact = {
    n: shape.size,
    max_depth: shape.depth,
    sum_subtree: shape.sumSubtree,
    sum_subtree_sq: shape.sumSubtreeSq,
    wiener: shape.size * shape.sumSubtree - shape.sumSubtreeSq,
    max_breadth: shape.maxBreadth,
    breadth_by_depth: shape.breadths,
    root_offspring: shape.seedChildren,
    max_offspring: Math.max(shape.seedChildren, shape.maxChildren),
    ...byNode,
  };
  const stated = Object.entries(exact).filter(([key]) => key in expected);
  expect(expected).toMatchObject(Object.fromEntries(stated));
  expect(shape.sumDepth).toBe(shape.sumSubtree);
  expectRelative(shape.structuralVirality, expected.structural_virality);
  if (expected.mean_depth !== undefined) expectRelative(shape.meanDepth, expected.mean_depth);
}

function expectRelative(actual: number | null, expected: number | null): void {
  if (expected === null || actual === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
}

describe("measureCascades", () => {
  it.each(oracle.cases)("$name", expectShape);

  it.skipIf(realCascades.length === 0)(
    "real cascades, read from ../shared/oracles when it stands beside the repository",
    () => {
      for (const real of realCascades) expectShape(real);
    },
  );

  it("keeps the sum of squares of a path of 300,000 exact", () => {
    const n = 300_000n;
    const { shape } = measureParents(Array.from({ length: Number(n) }, (_, i) => i - 1));
    expect(BigInt(shape.sumSubtreeSq)).toBe(((n - 1n) * n * (2n * n - 1n)) / 6n);
  });

  it("measures every cascade of a forest by itself, in the order of the roots", () => {
    const forest = buildForest([
      { code: "alone", via: null, at: 3 },
      { code: "a", via: null, at: 1 },
      { code: "b", via: "a", at: 2 },
      { code: "c", via: "b", at: 3 },
      { code: "d", via: "b", at: 3 },
    ]);
    expect(measureCascades(forest, subtreeSizes(forest.parent))).toEqual([
      {
        root: 0,
        size: 4,
        depth: 2,
        breadths: [1, 1, 2],
        maxBreadth: 2,
        sumDepth: 5,
        meanDepth: 1.25,
        sumSubtree: 5,
        sumSubtreeSq: 11,
        structuralVirality: 1.5,
        seedChildren: 1,
        directShare: 1 / 3,
        maxChildren: 2,
      },
      {
        root: 4,
        size: 1,
        depth: 0,
        breadths: [1],
        maxBreadth: 1,
        sumDepth: 0,
        meanDepth: 0,
        sumSubtree: 0,
        sumSubtreeSq: 0,
        structuralVirality: null,
        seedChildren: 0,
        directShare: null,
        maxChildren: 0,
      },
    ]);
  });

  it("measures nothing in an empty forest", () => {
    expect(measureCascades(buildForest([]), new Int32Array(0))).toEqual([]);
  });
});
