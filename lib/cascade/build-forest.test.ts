import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { CYCLE, type Forest, ORPHAN, type ShareLink, SKEW } from "#lib/cascade/forest.ts";

interface RepairCase {
  readonly name: string;
  readonly input: { readonly events: readonly { id: string; parent: string | null; at: number }[] };
  readonly expected: {
    readonly duplicates: number;
    readonly parent: Readonly<Record<string, string | null>>;
    readonly flags: Readonly<Record<string, readonly string[]>>;
    readonly depth: Readonly<Record<string, number>>;
    readonly root: Readonly<Record<string, string>>;
    readonly lag: Readonly<Record<string, number>>;
    readonly cascades: readonly string[];
  };
}

const oracle: { cases: readonly RepairCase[] } = JSON.parse(
  readFileSync(new URL("./oracles/data-repair.json", import.meta.url), "utf8"),
);

const FLAG_NAMES = [
  [ORPHAN, "orphan"],
  [CYCLE, "cycle"],
  [SKEW, "skew"],
] as const;

/** The forest in the oracle's own words: maps by code. */
function describeForest(forest: Forest): RepairCase["expected"] {
  const nodes = forest.codes.map((code, node) => ({ code, node, parent: forest.parent[node]! }));
  const children = nodes.filter(({ parent }) => parent !== -1);
  const flagsOf = (node: number) =>
    FLAG_NAMES.filter(([bit]) => forest.faults[node]! & bit).map(([, name]) => name);
  const byCode = <T>(entries: [string, T][]) => Object.fromEntries(entries);
  return {
    duplicates: forest.duplicates,
    parent: byCode(nodes.map(({ code, parent }) => [code, forest.codes[parent] ?? null])),
    flags: byCode(
      nodes.filter(({ node }) => forest.faults[node]).map(({ code, node }) => [code, flagsOf(node)]),
    ),
    depth: byCode(nodes.map(({ code, node }) => [code, forest.depth[node]!])),
    root: byCode(nodes.map(({ code, node }) => [code, forest.codes[forest.root[node]!]!])),
    lag: byCode(
      children.map(({ code, node, parent }) => [code, Math.max(0, forest.at[node]! - forest.at[parent]!)]),
    ),
    cascades: Array.from(forest.roots, (root) => forest.codes[root]!),
  };
}

describe("repair of broken input", () => {
  it.each(oracle.cases)("$name", ({ input, expected }) => {
    const links = input.events.map(({ id, parent, at }) => ({ code: id, via: parent, at }));
    expect(describeForest(buildForest(links))).toEqual(expected);
  });

  it("takes the first of conflicting parents by the records' times, not by their arrival", () => {
    const links: ShareLink[] = [
      { code: "a", via: null, at: 0 },
      { code: "x", via: null, at: 1 },
      { code: "b", via: "x", at: 6 },
      { code: "b", via: "a", at: 5 },
    ];
    expect(describeForest(buildForest(links))).toMatchObject({ parent: { b: "a" }, lag: { b: 5 } });
  });

  it("heals an orphan when its parent is present", () => {
    const child = { code: "b", via: "a", at: 5 };
    const faultsOfB = (links: ShareLink[]) => describeForest(buildForest(links)).flags.b;
    expect(faultsOfB([child])).toEqual(["orphan"]);
    expect(faultsOfB([child, { code: "a", via: null, at: 0 }])).toBeUndefined();
  });

  it("counts a child at its parent's own instant as sound", () => {
    const childAt = (at: number) => [
      { code: "a", via: null, at: 10 },
      { code: "b", via: "a", at },
    ];
    expect(Array.from(buildForest(childAt(9)).faults)).toEqual([0, SKEW]);
    expect(Array.from(buildForest(childAt(10)).faults)).toEqual([0, 0]);
  });
});
