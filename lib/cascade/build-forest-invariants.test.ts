import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { CYCLE, type ShareLink } from "#lib/cascade/forest.ts";

const CODES = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Few codes and few instants, so that repeats, ties, cycles, skew and unknown parents are all common. */
const brokenLinks: fc.Arbitrary<ShareLink[]> = fc.array(
  fc.record({
    code: fc.constantFrom(...CODES),
    via: fc.option(fc.constantFrom(...CODES, "unknown"), { freq: 5 }),
    at: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 20 },
);

const oneLinkPerCode = brokenLinks.map((links) => [
  ...new Map(links.map((link) => [link.code, link])).values(),
]);

describe("canonical order", () => {
  it("puts cascades by root time then code, and shares by depth, time, code", () => {
    const links: ShareLink[] = [
      { code: "late", via: null, at: 9 },
      { code: "é", via: "B", at: 4 },
      { code: "z", via: "B", at: 4 },
      { code: "y", via: "B", at: 3 },
      { code: "deep", via: "z", at: 1 },
      { code: "a", via: null, at: 2 },
      { code: "B", via: null, at: 2 },
    ];
    const forest = buildForest(links);
    expect(forest.codes).toEqual(["B", "y", "z", "é", "deep", "a", "late"]);
    expect(Array.from(forest.parent)).toEqual([-1, 0, 0, 0, 2, -1, -1]);
    expect(Array.from(forest.roots)).toEqual([0, 5, 6]);
  });

  it("is the same for any permutation and repetition of the links", () => {
    const batches = brokenLinks.chain((links) =>
      fc.record({
        links: fc.constant(links),
        repeated: fc
          .subarray(links)
          .chain((again) =>
            fc.shuffledSubarray([...links, ...again], { minLength: links.length + again.length }),
          ),
      }),
    );
    fc.assert(
      fc.property(batches, ({ links, repeated }) => {
        const { duplicates, ...forest } = buildForest(links);
        const { duplicates: duplicatesInAll, ...forestOfAll } = buildForest(repeated);
        expect(forestOfAll).toEqual(forest);
        expect(duplicatesInAll - duplicates).toBe(repeated.length - links.length);
      }),
      { seed: 101, numRuns: 2000 },
    );
  });
});

describe("invariants of every forest", () => {
  it("parents stand before children, one step up, in one contiguous run for each root", () => {
    fc.assert(
      fc.property(brokenLinks, (links) => {
        const { size, parent, root, depth, roots } = buildForest(links);
        expect(size).toBe(new Set(links.map((link) => link.code)).size);
        let cascade = -1;
        for (let node = 0; node < size; node++) {
          const above = parent[node]!;
          if (above === -1) cascade++;
          expect(root[node]).toBe(roots[cascade]);
          expect(depth[node]).toBe(above === -1 ? 0 : depth[above]! + 1);
          expect(above).toBeLessThan(node);
        }
        expect(cascade).toBe(roots.length - 1);
      }),
      { seed: 102, numRuns: 1000 },
    );
  });

  it("cuts every cycle once, at its earliest member, and nothing else", () => {
    fc.assert(
      fc.property(oneLinkPerCode, (links) => {
        const { codes, parent, faults } = buildForest(links);
        const cut = codes.filter((_, node) => faults[node]! & CYCLE);
        const earliest = cyclesOf(links).map((cycle) => cycle[0]!.code);
        expect(cut.sort()).toEqual(earliest.sort());
        for (const { code, via } of links) {
          const keeps = via !== null && links.some((link) => link.code === via) && !cut.includes(code);
          expect(codes[parent[codes.indexOf(code)]!]).toBe(keeps ? via : undefined);
        }
      }),
      { seed: 103, numRuns: 2000 },
    );
  });

  it.each([
    { shape: "path", viaOfFirst: null, faultOfRoot: 0 },
    { shape: "cycle", viaOfFirst: "p299999", faultOfRoot: CYCLE },
  ])("survives a $shape of 300,000 given from its end", ({ viaOfFirst, faultOfRoot }) => {
    const links = Array.from({ length: 300_000 }, (_, i) => ({
      code: `p${i}`,
      via: i === 0 ? viaOfFirst : `p${i - 1}`,
      at: i,
    }));
    const forest = buildForest(links.reverse());
    expect(forest.roots).toEqual(Int32Array.of(0));
    expect(forest.depth.at(-1)).toBe(299_999);
    expect(forest.faults[0]).toBe(faultOfRoot);
    expect(forest.faults.subarray(1).every((faults) => faults === 0)).toBe(true);
  });
});

/** The cycles among links of distinct codes, each sorted by (time, code): by walking from every link in turn. */
function cyclesOf(links: readonly ShareLink[]): ShareLink[][] {
  const byCode = new Map(links.map((link) => [link.code, link]));
  const cycles = new Map<string, ShareLink[]>();
  for (const start of links) {
    const members = [start];
    let next = byCode.get(start.via ?? "");
    while (next !== undefined && next !== start && members.length <= links.length) {
      members.push(next);
      next = byCode.get(next.via ?? "");
    }
    if (next !== start) continue;
    members.sort((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1));
    cycles.set(members[0]!.code, members);
  }
  return [...cycles.values()];
}
