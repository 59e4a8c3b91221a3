import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemoryForestStore } from "#lib/cascade/testing/memory-forest-store.ts";
import { addLeaves } from "./add-leaves.ts";
import { foldShares } from "./fold-shares.ts";
import { CYCLE, ORPHAN, SKEW } from "./forest.ts";
import { Pruning } from "./pruning.ts";
import type { NewShare } from "./share-row.ts";

function share(code: string, via: string | null, at: number, person = `p-${code}`): NewShare {
  const rest = { channel: "x", mode: null, seedKind: null, variant: null, country: null };
  return { code, via, at, person, evidence: via === null ? null : "stated", ...rest };
}

function fold(...batches: NewShare[][]) {
  const store = new MemoryForestStore();
  for (const batch of batches) foldShares(store, batch);
  return rowsOf(store);
}

function rowsOf(store: MemoryForestStore) {
  return {
    shares: [...store.shares.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    cascades: [...store.cascades.values()].sort((a, b) => (a.root < b.root ? -1 : 1)),
  };
}

/** Settles what is held back, `slices` slices of it at most. */
function settle(store: MemoryForestStore, slices = Number.POSITIVE_INFINITY): void {
  for (let slice = 0; slice < slices; slice += 1) {
    const [code] = store.heldBack;
    if (code === undefined) return;
    if (slice > 5000) throw new Error("it does not come to an end");
    const pruning = new Pruning(store, 3, (piece) => store.holdBack(piece));
    const isSettled = pruning.settle(code);
    pruning.flush();
    if (isSettled) store.heldBack.delete(code);
  }
}

/** Any links at all: unknown parents, cycles, skew, repeated persons. */
const logs = fc
  .array(fc.record({ via: fc.option(fc.nat(24)), at: fc.nat(50), person: fc.nat(8) }), {
    maxLength: 20,
    size: "max",
  })
  .map((rows) =>
    rows.map(({ via, at, person }, i) => share(`s${i}`, via === null ? null : `s${via}`, at, `p${person}`)),
  );

function split<T>(items: readonly T[], sizes: readonly number[]): T[][] {
  const batches: T[][] = [];
  const rest = [...items];
  for (let i = 0; rest.length > 0; i++) batches.push(rest.splice(0, sizes[i % sizes.length] || 1));
  return batches;
}

describe("foldShares", () => {
  it("gives the same rows in any order and any batching as in one batch", () => {
    fc.assert(
      fc.property(
        logs.chain((log) =>
          fc.tuple(
            fc.constant(log),
            fc.shuffledSubarray(log, { minLength: log.length }),
            fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
          ),
        ),
        ([log, shuffled, sizes]) => {
          expect(fold(...split(shuffled, sizes))).toEqual(fold(log));
        },
      ),
      { numRuns: 400, seed: 7 },
    );
  });

  it("gives them in any room as well, once what was held back is settled, whatever comes in between", () => {
    const changes = fc.array(fc.record({ code: fc.nat(19), via: fc.option(fc.nat(24)), slices: fc.nat(3) }), {
      maxLength: 6,
    });
    const batches = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 5 }), left: fc.nat(3), slices: fc.nat(3) }),
      { minLength: 1, maxLength: 6 },
    );
    const shuffled = logs.chain((log) => fc.shuffledSubarray(log, { minLength: log.length }));
    let held = 0;
    const property = fc.property(shuffled, batches, changes, (log, steps, moves) => {
      const store = new MemoryForestStore();
      const links = new Map(log.map((one) => [one.code, one]));
      const rest = [...log];
      for (let i = 0; rest.length > 0; i += 1) {
        const { size, left, slices } = steps[i % steps.length] ?? { size: 1, left: 0, slices: 0 };
        foldShares(store, rest.splice(0, size), [], { left });
        held += store.heldBack.size;
        settle(store, slices);
      }
      for (const { code, via, slices } of moves) {
        const known = links.get(`s${code}`);
        if (known === undefined) continue;
        const said =
          via === null
            ? ({ via: null, evidence: null, seedKind: null } as const)
            : ({ via: `s${via}`, evidence: "touch", seedKind: null } as const);
        links.set(known.code, { ...known, ...said });
        foldShares(store, [], [{ code: known.code, ...said }], { left: 2 });
        settle(store, slices);
      }
      settle(store);
      expect(rowsOf(store)).toEqual(fold([...links.values()]));
    });
    fc.assert(property, { numRuns: 600, seed: 77 });
    expect(held).toBeGreaterThan(1000);
  });

  it("reads and rewrites no more than it has room for", () => {
    const star = Array.from({ length: 500 }, (_, i) => share(`c${i}`, "x", i));
    const store = new MemoryForestStore();
    foldShares(store, [share("x", "a1", 0), ...star]);
    let rewritten = 0;
    store.updateShare = (row, before) => {
      rewritten += 1;
      MemoryForestStore.prototype.updateShare.call(store, row, before);
    };
    for (let i = 1; i <= 20; i += 1) foldShares(store, [share(`a${i}`, `a${i + 1}`, 0)], [], { left: 100 });
    expect(rewritten).toBeLessThan(1000);
    expect(store.shares.get("c7")).toMatchObject({ root: "x", depth: 1 });
    settle(store);
    expect(store.shares.get("c7")).toMatchObject({ root: "a20", depth: 21 });
  });

  it("holds back a share that many wait for, and no other", () => {
    const store = new MemoryForestStore();
    foldShares(store, [...Array.from({ length: 50 }, (_, i) => share(`o${i}`, "a", i)), share("p", "b", 0)]);
    foldShares(store, [share("b", null, 0), share("a", null, 0)], [], { left: 20 });
    expect([...store.heldBack]).toEqual(["a"]);
    expect(store.cascades.get("b")).toMatchObject({ size: 2 });
    settle(store);
    expect(store.cascades.get("a")).toMatchObject({ size: 51 });
  });

  it("grows a cascade leaf by leaf as a rebuild would", () => {
    const log = Array.from({ length: 300 }, (_, i) =>
      share(`s${i}`, i === 0 ? null : `s${Math.floor((i * 7919) % i)}`, i, `p${i % 90}`),
    );
    expect(fold(...log.map((one) => [one]))).toEqual(fold(log));
  });

  it("hangs 150,000 new children under a new leaf", () => {
    const store = new MemoryForestStore();
    foldShares(store, [share("seed", null, 0)]);
    const crowd = Array.from({ length: 150_000 }, (_, i) => share(`c${i}`, "leaf", 2));
    expect(addLeaves(store, "seed", [share("leaf", "seed", 1), ...crowd])).toBe(true);
    expect(store.cascades.get("seed")).toMatchObject({ size: 150_002, depth: 2, maxBreadth: 150_000 });
  });

  it("heals an orphan when its parent comes, with all that hangs below", () => {
    const { shares, cascades } = fold(
      [share("c", "b", 9), share("d", "c", 10)],
      [share("b", "a", 5), share("a", null, 0)],
    );
    expect(cascades.map(({ root, size, depth, seeded }) => ({ root, size, depth, seeded }))).toEqual([
      { root: "a", size: 4, depth: 3, seeded: true },
    ]);
    expect(shares.map((row) => row.faults)).toEqual([0, 0, 0, 0]);
    expect(fold([share("c", "b", 9), share("d", "c", 10)]).shares[0]).toMatchObject({
      root: "c",
      faults: ORPHAN,
    });
  });

  it("cuts a cycle that its last link closes, and flags a child before its parent", () => {
    const { shares } = fold(
      [share("b", "a", 2), share("c", "b", 3)],
      [share("a", "c", 1)],
      [share("d", "c", 0)],
    );
    expect(shares.map(({ code, parent, faults }) => [code, parent, faults])).toEqual([
      ["a", null, CYCLE],
      ["b", "a", 0],
      ["c", "b", 0],
      ["d", "c", SKEW],
    ]);
  });

  it("moves a share whose parent turns out to be another", () => {
    const store = new MemoryForestStore();
    foldShares(store, [share("a", null, 0), share("b", null, 5), share("c", "b", 6)]);
    foldShares(store, [], [{ code: "b", via: "a", evidence: "touch", seedKind: null }]);
    expect(store.cascades.size).toBe(1);
    expect(store.shares.get("c")).toMatchObject({ root: "a", depth: 2 });
    foldShares(store, [], [{ code: "b", via: null, evidence: null, seedKind: null }]);
    expect([...store.cascades.keys()].sort()).toEqual(["a", "b"]);
    expect(store.shares.get("c")).toMatchObject({ root: "b", depth: 1 });
  });

  it("rewrites how a parent is known, though it stays the parent", () => {
    const store = new MemoryForestStore();
    foldShares(store, [share("a", null, 0), { ...share("b", "a", 5), evidence: "touch" }]);
    foldShares(store, [], [{ code: "b", via: "a", evidence: "stated", seedKind: null }]);
    expect(store.shares.get("b")).toMatchObject({ parent: "a", evidence: "stated" });
  });
});
