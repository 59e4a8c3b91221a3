import type { SeedKind } from "#lib/domain/event.ts";
import type { Evidence } from "#lib/domain/evidence.ts";
import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import { buildForest } from "./build-forest.ts";
import type { CascadeRow } from "./cascade-row.ts";
import { CYCLE, type Forest, isSeedRoot, SKEW } from "./forest.ts";
import type { ForestStore } from "./forest-store.ts";
import { type CascadeShape, measureCascades } from "./measure-cascades.ts";
import type { NewShare, ShareRow } from "./share-row.ts";
import { subtreeSizes } from "./subtree-sizes.ts";

/** A share already folded that turns out to have been brought by another code, or by one at all. */
export interface ChangedVia {
  readonly code: string;
  readonly via: string | null;
  readonly evidence: Evidence | null;
  /** Of one that nobody brought. */
  readonly seedKind: SeedKind | null;
}

/**
 * Takes cascades apart, joins what is new, leaves out what is removed, and builds them again in one batch; the
 * shares may come out in other cascades, in more or in fewer. Only rows that differ are written. O(n log n) in the shares involved.
 */
export function rebuildCascades(
  store: ForestStore,
  roots: readonly string[],
  fresh: readonly NewShare[],
  changed: readonly ChangedVia[],
  removed: readonly string[] = [],
): void {
  const before = new Map<string, ShareRow>();
  for (const root of roots) for (const row of store.listShares(root)) before.set(row.code, row);
  const shares = new Map<string, NewShare>(before);
  for (const { code, via, evidence, seedKind } of changed) {
    const row = before.get(code);
    if (row !== undefined) shares.set(code, { ...row, via, evidence, seedKind });
  }
  for (const share of fresh) shares.set(share.code, share);
  for (const code of removed) shares.delete(code);

  const forest = buildForest([...shares.values()]);
  const sizes = subtreeSizes(forest.parent);
  const shapes = measureCascades(forest, sizes);
  const kept = new Set(shapes.map((shape) => forest.codes[shape.root]));
  for (const root of roots) if (!kept.has(root)) store.removeCascade(root);

  const rows = placeShares(forest, sizes, shares);
  for (const row of rows) writeShare(store, row, before.get(row.code));
  for (const code of removed) {
    const row = before.get(code);
    if (row !== undefined) store.removeShare(row);
  }
  for (const shape of shapes) store.putCascade(cascadeOf(rows, shape));
}

function placeShares(forest: Forest, sizes: Int32Array, shares: ReadonlyMap<string, NewShare>): ShareRow[] {
  const { codes, parent, root, depth, faults } = forest;
  const children = new Int32Array(forest.size);
  for (const above of parent) if (above >= 0) children[above] = (children[above] ?? 0) + 1;
  return codes.map((code, i) => {
    const share = shares.get(code);
    if (share === undefined) throw new Error(`share ${code} got lost in the forest`);
    return {
      code,
      via: share.via,
      evidence: share.evidence,
      person: share.person,
      channel: share.channel,
      mode: share.mode,
      // A link that was handed out as a seed and turns out to have a parent is none.
      seedKind: mayBeSeed(share.via) ? share.seedKind : null,
      variant: share.variant,
      country: share.country,
      at: share.at,
      root: codes[root[i] ?? i] ?? code,
      parent: codes[parent[i] ?? -1] ?? null,
      depth: depth[i] ?? 0,
      children: children[i] ?? 0,
      descendants: (sizes[i] ?? 1) - 1,
      faults: faults[i] ?? 0,
    };
  });
}

function writeShare(store: ForestStore, row: ShareRow, before: ShareRow | undefined): void {
  if (before === undefined) store.insertShare(row);
  else if (
    row.root !== before.root ||
    row.parent !== before.parent ||
    row.via !== before.via ||
    row.evidence !== before.evidence ||
    row.depth !== before.depth ||
    row.children !== before.children ||
    row.descendants !== before.descendants ||
    row.faults !== before.faults ||
    isRestated(row, before)
  )
    store.updateShare(row, before);
}

/** Whether a share says otherwise of itself, wherever it stands. */
export function isRestated(row: NewShare, before: NewShare): boolean {
  return (
    row.at !== before.at ||
    row.person !== before.person ||
    row.channel !== before.channel ||
    row.mode !== before.mode ||
    row.variant !== before.variant ||
    row.country !== before.country ||
    row.seedKind !== before.seedKind
  );
}

function cascadeOf(rows: readonly ShareRow[], shape: CascadeShape): CascadeRow {
  const root = rows[shape.root];
  if (root === undefined) throw new Error("a cascade without a root");
  const persons = new Set<string>();
  let lastAt = root.at;
  let skews = 0;
  for (let i = shape.root; i < shape.root + shape.size; i++) {
    const row = rows[i];
    if (row === undefined) continue;
    persons.add(row.person);
    lastAt = Math.max(lastAt, row.at);
    if (row.faults & SKEW) skews += 1;
  }
  return {
    root: root.code,
    seeded: isSeedRoot(root.faults),
    seedKind: root.seedKind,
    variant: root.variant,
    channel: root.channel,
    person: root.person,
    size: shape.size,
    sharers: persons.size,
    depth: shape.depth,
    breadths: shape.breadths,
    maxBreadth: shape.maxBreadth,
    seedChildren: shape.seedChildren,
    maxChildren: shape.maxChildren,
    sumDepth: shape.sumDepth,
    sumSubtreeSq: shape.sumSubtreeSq,
    structuralVirality: shape.structuralVirality,
    skews,
    cuts: root.faults & CYCLE ? 1 : 0,
    startedAt: root.at,
    lastAt,
  };
}
