import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemoryForestStore } from "#lib/cascade/testing/memory-forest-store.ts";
import { foldShares } from "./fold-shares.ts";
import { ORPHAN } from "./forest.ts";
import { Pruning } from "./pruning.ts";
import type { ChangedVia } from "./rebuild-cascades.ts";
import type { NewShare } from "./share-row.ts";

function share(code: string, via: string | null, at: number, person = `p-${code}`): NewShare {
  const rest = { channel: "x", mode: null, seedKind: via === null ? ("paid" as const) : null };
  return {
    code,
    via,
    at,
    person,
    evidence: via === null ? null : "stated",
    variant: null,
    country: null,
    ...rest,
  };
}

function folded(log: readonly NewShare[]): MemoryForestStore {
  const store = new MemoryForestStore();
  foldShares(store, log);
  return store;
}

function rowsOf(store: MemoryForestStore) {
  return {
    shares: [...store.shares.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    cascades: [...store.cascades.values()].sort((a, b) => (a.root < b.root ? -1 : 1)),
  };
}

type Change = { remove: string } | { relink: ChangedVia };

function relink(pruning: Pruning, change: ChangedVia): boolean {
  const isLight = pruning.lighten(change);
  if (isLight) pruning.relink(change);
  return isLight;
}

/** Each change in as many prunings as it takes; afterwards pieces that were shed are hung back. @returns work done */
function prune(store: MemoryForestStore, changes: readonly Change[], room: number): number {
  let work = 0;
  const carryOut = (step: (pruning: Pruning) => boolean) => {
    for (let isDone = false; !isDone; ) {
      const pruning = new Pruning(store, room);
      isDone = step(pruning);
      pruning.flush();
      work += pruning.work;
    }
  };
  for (const change of changes)
    carryOut((pruning) =>
      "remove" in change ? pruning.remove(change.remove) : relink(pruning, change.relink),
    );
  const isHeldBack = ({ faults, via }: { faults: number; via: string | null }) =>
    (faults & ORPHAN) !== 0 && store.readShare(via ?? "") !== undefined;
  for (;;) {
    const piece = [...store.shares.values()].findLast(isHeldBack);
    if (piece === undefined) return work;
    carryOut((pruning) => pruning.mend(piece.code));
    expect(isHeldBack(store.readShare(piece.code) ?? piece)).toBe(false);
  }
}

function changedLog(log: readonly NewShare[], changes: readonly Change[]): NewShare[] {
  const shares = new Map(log.map((one) => [one.code, one]));
  for (const change of changes) {
    if ("remove" in change) shares.delete(change.remove);
    else {
      const known = shares.get(change.relink.code);
      if (known !== undefined) shares.set(known.code, { ...known, ...change.relink });
    }
  }
  return [...shares.values()];
}

/** A tree of so many shares, as `above` hangs each on an earlier one. */
function tree(size: number, above: (i: number) => number): NewShare[] {
  return Array.from({ length: size }, (_, i) =>
    share(`s${i}`, i === 0 ? null : `s${above(i)}`, (i * 7919) % 1000, `p${i % 17}`),
  );
}

const SHAPES: Readonly<Record<string, (i: number) => number>> = {
  star: () => 0,
  chain: (i) => i - 1,
  "star under a star": (i) => (i < 4 ? 0 : 1),
  bush: (i) => Math.floor(i / 3),
  scattered: (i) => (i * 7919) % i,
};

describe("Pruning", () => {
  it("leaves the rows that a fold of what is left gives, whatever leaves or moves, in any room", () => {
    const logs = fc
      .array(fc.record({ via: fc.option(fc.nat(24)), at: fc.nat(9), person: fc.nat(5) }), { maxLength: 20 })
      .map((rows) =>
        rows.map(({ via, at, person }, i) =>
          share(`s${i}`, via === null ? null : `s${via}`, at, `p${person}`),
        ),
      );
    const changes = fc.array(
      fc.record({ code: fc.nat(19), via: fc.option(fc.nat(24)), removes: fc.boolean() }),
      { maxLength: 8 },
    );
    const property = fc.property(logs, changes, fc.integer({ min: 1, max: 40 }), (log, drawn, room) => {
      const steps = drawn.map(({ code, via, removes }): Change => {
        if (removes) return { remove: `s${code}` };
        const said =
          via === null
            ? ({ via: null, evidence: null, seedKind: "organic" } as const)
            : ({ via: `s${via}`, evidence: "touch", seedKind: null } as const);
        return { relink: { code: `s${code}`, ...said } };
      });
      const store = folded(log);
      prune(store, steps, room);
      expect(rowsOf(store)).toEqual(rowsOf(folded(changedLog(log, steps))));
    });
    fc.assert(property, { numRuns: 1000, seed: 5 });
  });

  it.each(Object.entries(SHAPES))("takes apart what is larger than its room: %s", (_, above) => {
    const log = tree(300, above);
    for (const gone of [["s1"], ["s0"], ["s1", "s150", "s299", "s0"]]) {
      const changes = gone.map((remove) => ({ remove }));
      const store = folded(log);
      prune(store, changes, 20);
      expect(rowsOf(store)).toEqual(rowsOf(folded(changedLog(log, changes))));
    }
  });

  it("moves a large subtree under another cascade, piece by piece", () => {
    const log = [...tree(300, (i) => Math.floor(i / 3)), share("r", null, 3), share("t", "r", 4)];
    const change = { code: "s1", via: "t", evidence: "touch", seedKind: null } as const;
    const store = folded(log);
    for (let isLight = false; !isLight; ) {
      const pruning = new Pruning(store, 20);
      isLight = pruning.lighten(change);
      pruning.flush();
      expect(pruning.work).toBeLessThan(60);
    }
    prune(store, [{ relink: change }], 20);
    expect(rowsOf(store)).toEqual(rowsOf(folded(changedLog(log, [{ relink: change }]))));
  });

  it("does no more in one go than there is room for, and is sound in between", () => {
    // One share hangs on what goes, and all the others on that one.
    const log = tree(2000, (i) => (i < 4 ? 0 : i === 4 ? 1 : 4));
    const store = folded(log);
    let steps = 0;
    for (let isDone = false; !isDone; steps += 1) {
      const pruning = new Pruning(store, 50);
      isDone = pruning.remove("s1");
      pruning.flush();
      expect(pruning.work).toBeLessThan(150);
      const sizes = [...store.cascades.values()].reduce((sum, { size }) => sum + size, 0);
      expect(sizes).toBe(isDone ? 1999 : 2000);
    }
    expect(steps).toBeGreaterThan(50);
    prune(store, [], 50);
    expect(rowsOf(store)).toEqual(rowsOf(folded(log.filter(({ code }) => code !== "s1"))));
  });

  it("hangs back pieces of pieces from the top down, each once", () => {
    const log = tree(600, (i) => Math.floor((i - 1) / 2));
    const store = folded(log);
    const work = prune(store, [{ remove: "s0" }], 20);
    expect([...store.cascades.keys()].sort()).toEqual(["s1", "s2"]);
    expect(work).toBeLessThan(12 * log.length);
  });

  it("can be folded into while a share is half out", () => {
    const log = tree(300, (i) => (i < 4 ? 0 : 1));
    const late = [share("l1", "s1", 5), share("l2", "s200", 6), share("l3", "s299", 7), share("l4", "l2", 8)];
    const store = folded(log);
    const pruning = new Pruning(store, 60);
    expect(pruning.remove("s1")).toBe(false);
    pruning.flush();
    foldShares(store, late);
    prune(store, [{ remove: "s1" }], 60);
    expect(rowsOf(store)).toEqual(rowsOf(folded([...log, ...late].filter(({ code }) => code !== "s1"))));
  });

  it.each([2 ** 52 + 10, 2 ** 52 - 10])("builds cascades anew whose sums leave exact integers: %d", (sum) => {
    const log = tree(300, (i) => i - 1);
    const relink = { code: "r", via: "s299", evidence: "touch", seedKind: null } as const;
    const whole = [...log, share("r", null, 3)];
    for (const change of sum > 2 ** 52 ? [{ remove: "s299" }] : [{ relink }]) {
      const store = folded(whole);
      const cascade = store.cascades.get("s0");
      if (cascade !== undefined) store.putCascade({ ...cascade, sumSubtreeSq: sum });
      prune(store, [change], 1000);
      expect(rowsOf(store)).toEqual(rowsOf(folded(changedLog(whole, [change]))));
    }
  });

  it("reads a cascade over again only when its latest share leaves, or one of the most children", () => {
    class CountingStore extends MemoryForestStore {
      asked = 0;
      override readExtremes(root: string) {
        this.asked += 1;
        return super.readExtremes(root);
      }
    }
    const store = new CountingStore();
    const children = Array.from({ length: 9 }, (_, i) => share(`c${i}`, "r", i));
    foldShares(store, [share("r", null, 0), ...children]);
    const askedAfter = (remove: string) => {
      prune(store, [{ remove }], 100);
      return store.asked;
    };
    expect([askedAfter("c3"), askedAfter("c8")]).toEqual([0, 1]);
  });
});
