import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packShares } from "#lib/explorer/files/pack-shares.ts";
import { foldMarks } from "./fold-marks.ts";
import { layOutByGeneration } from "./lay-out-by-generation.ts";
import { layOutRadially } from "./lay-out-radially.ts";

/** A tree from draws, in the order of a cascade: by depth, then parent. */
function treeOf(draws: readonly number[]) {
  const parents = [-1, ...draws.map((draw, i) => draw % (i + 1))];
  const depths = parents.map(() => 0);
  parents.forEach((above, node) => {
    if (above !== -1) depths[node] = (depths[above] ?? 0) + 1;
  });
  const order = [...parents.keys()].sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0) || a - b);
  const place = new Map(order.map((node, index) => [node, index]));
  return {
    parent: Int32Array.from(order, (node) => place.get(parents[node] ?? -1) ?? -1),
    depth: Int32Array.from(order, (node) => depths[node] ?? 0),
    at: Float64Array.from(order, (node) => (node === 0 ? 0 : 1000 * ((node * 37) % 101))),
  };
}

function planOf(tree: ReturnType<typeof treeOf>, changes: Partial<Parameters<typeof foldMarks>[0]> = {}) {
  return {
    parent: tree.parent,
    ...layOutByGeneration(tree, { timeScale: "linear" }),
    visible: new Uint8Array(tree.parent.length).fill(1),
    opened: new Uint8Array(tree.parent.length),
    collapsed: new Set<number>(),
    near: { x: 0.02, y: 0.02 },
    most: Number.POSITIVE_INFINITY,
    ...changes,
  };
}

const draws = fc.array(fc.nat(), { maxLength: 60 });

describe("foldMarks", () => {
  it("draws every share on its own while there is room", () => {
    const tree = treeOf([0, 0, 1, 1, 2]);
    const marks = foldMarks(planOf(tree));
    expect(marks.share.length).toBe(6);
    expect(marks.isFold.some((one) => one === 1)).toBe(false);
  });

  it("holds every visible share in exactly one mark, and no other", () => {
    fc.assert(
      fc.property(draws, fc.nat({ max: 20 }), fc.nat(), (nodes, most, mask) => {
        const tree = treeOf(nodes);
        const visible = Uint8Array.from(tree.parent, (_, i) =>
          i === 0 || ((mask >> (i % 30)) & 1) === 0 ? 1 : 0,
        );
        const collapsed = new Set([mask % tree.parent.length]);
        const marks = foldMarks(planOf(tree, { most, visible, collapsed }));
        const counted = new Int32Array(marks.share.length);
        marks.markOf.forEach((mark, share) => {
          expect(mark === -1).toBe(visible[share] === 0);
          if (mark !== -1) counted[mark] = (counted[mark] ?? 0) + 1;
        });
        expect(counted).toEqual(marks.count);
        for (const [mark, above] of marks.above.entries()) expect(above).toBeLessThan(mark);
      }),
      { seed: 7 },
    );
  });

  it("keeps large branches and folds near small siblings, until twice as many marks as asked for are left", () => {
    const tree = treeOf([...Array(200).fill(0), ...Array(50).fill(1)]);
    const marks = foldMarks(planOf(tree, { most: 20 }));
    expect(marks.share.length).toBeLessThanOrEqual(40);
    expect(marks.isFold[marks.markOf[0] ?? 0]).toBe(0);
    expect(marks.count.reduce((sum, count) => sum + count, 0)).toBe(251);
  });

  it("never folds what was opened, nor what it hangs on", () => {
    const tree = treeOf([...Array(200).fill(0), ...Array(50).fill(1)]);
    const opened = new Uint8Array(251);
    opened[240] = 1;
    const marks = foldMarks(planOf(tree, { most: 20, opened }));
    expect(marks.isFold[marks.markOf[240] ?? 0]).toBe(0);
    const shut = foldMarks(planOf(tree, { most: 20 }));
    expect(shut.isFold[shut.markOf[240] ?? 0]).toBe(1);
  });

  it("makes one counted mark under a collapsed share, even for one share", () => {
    const tree = treeOf([0, 1, 2]);
    const marks = foldMarks(planOf(tree, { collapsed: new Set([1]) }));
    expect(Array.from(marks.count)).toEqual([1, 1, 2]);
    expect(Array.from(marks.isFold)).toEqual([0, 0, 1]);
    const one = foldMarks(planOf(tree, { collapsed: new Set([2]) }));
    expect(Array.from(one.isFold)).toEqual([0, 0, 0, 1]);
  });
});

describe("layOutRadially", () => {
  it("stands the root in the middle and each generation on its ring", () => {
    const tree = treeOf([0, 0, 1]);
    const { x, y } = layOutRadially(tree, layOutByGeneration(tree, { timeScale: "linear" }).order);
    const radii = Array.from(x, (at, share) => Math.hypot(at - 0.5, (y[share] ?? 0) - 0.5));
    [0, 0.2, 0.2, 0.4].forEach((radius, share) => {
      expect(radii[share]).toBeCloseTo(radius, 12);
    });
  });

  it("stays inside the unit square, however crowded", () => {
    const tree = treeOf(Array(5000).fill(0));
    const { x, y } = layOutRadially(tree, layOutByGeneration(tree, { timeScale: "linear" }).order);
    for (const value of [...x, ...y]) expect(Math.abs(value - 0.5)).toBeLessThanOrEqual(0.5);
  });
});

describe("packShares", () => {
  it("gives the whole square to a share alone", () => {
    const { x, y, r, coreX, disc } = packShares(Int32Array.of(-1));
    expect([x[0], y[0], r[0], coreX[0], disc]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  it("nests every circle in its parent's, apart from its siblings and from the parent's disc", () => {
    fc.assert(
      fc.property(draws, (nodes) => {
        const { parent } = treeOf(nodes);
        const { x, y, r, coreX, coreY, disc } = packShares(parent);
        const apart = (a: number, b: number) =>
          Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
        parent.forEach((above, share) => {
          if (above === -1) return;
          expect(apart(share, above) + (r[share] ?? 0)).toBeLessThanOrEqual((r[above] ?? 0) + 1e-9);
          const fromCore = Math.hypot(
            (x[share] ?? 0) - (coreX[above] ?? 0),
            (y[share] ?? 0) - (coreY[above] ?? 0),
          );
          expect(fromCore).toBeGreaterThan((r[share] ?? 0) + disc - 1e-4);
          parent.forEach((other, sibling) => {
            if (sibling <= share || other !== above) return;
            expect(apart(share, sibling)).toBeGreaterThan((r[share] ?? 0) + (r[sibling] ?? 0) - 1e-4);
          });
        });
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  it("holds for a chain of thousands", () => {
    const { r, disc } = packShares(Int32Array.from({ length: 5000 }, (_, share) => share - 1));
    expect(r[4999]).toBeCloseTo(disc, 12);
    expect(r[0]).toBe(0.5);
  });
});
