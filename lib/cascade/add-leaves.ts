import type { CascadeRow } from "./cascade-row.ts";
import { DEPTH_MAX } from "./depth-max.ts";
import { SKEW } from "./forest.ts";
import type { FoldRoom, ForestStore } from "./forest-store.ts";
import type { NewShare, ShareRow } from "./share-row.ts";
import { structuralVirality } from "./structural-virality.ts";

/** Beyond this, as beyond DEPTH_MAX, one pass over the whole cascade is cheaper than a walk, or sums are not exact. */
const SUM_MAX = 2 ** 52;

/**
 * Hangs new shares under a cascade that holds all their parents, or the parents are among them. Each costs
 * O(depth): METRICS §1.2, incremental. Changes nothing and returns false where a rebuild is called for:
 * a new share closes a gap (its parent chain does not reach the cascade), or the walks would cost more than
 * reading the cascade, or than there is room for.
 */
export function addLeaves(
  store: ForestStore,
  root: string,
  fresh: readonly NewShare[],
  room: FoldRoom | null = null,
): boolean {
  const cascade = store.readCascade(root);
  if (cascade === undefined) return false;
  const walk = new Walk(store, cascade);
  const ordered = parentsFirst(fresh, (code) => walk.read(code)?.root === root);
  if (ordered.length < fresh.length) return false;
  for (const share of ordered)
    if (!walk.hang(share) || (room !== null && walk.shares > room.left)) return false;
  walk.write();
  if (room !== null) room.left -= walk.shares;
  return true;
}

/** Orders shares so that each stands behind its parent; leaves out those whose chain does not arrive. */
function parentsFirst(fresh: readonly NewShare[], arrives: (code: string) => boolean): NewShare[] {
  const codes = new Set(fresh.map((share) => share.code));
  const under = new Map<string, NewShare[]>();
  const ordered: NewShare[] = [];
  for (const share of fresh) {
    if (share.via === null) continue;
    if (codes.has(share.via)) {
      const siblings = under.get(share.via);
      if (siblings === undefined) under.set(share.via, [share]);
      else siblings.push(share);
    } else if (arrives(share.via)) ordered.push(share);
  }
  for (let i = 0; i < ordered.length; i++) {
    for (const child of under.get(ordered[i]?.code ?? "") ?? []) ordered.push(child);
  }
  return ordered;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The shares and sums that a batch of leaves touches, kept aside until all of them fit. */
class Walk {
  private readonly rows = new Map<string, Mutable<ShareRow>>();
  private readonly before = new Map<string, ShareRow>();
  private readonly added: string[] = [];
  private readonly persons = new Set<string>();
  private readonly breadths: number[];
  private readonly sums: Mutable<CascadeRow>;
  private steps = 0;

  constructor(
    private readonly store: ForestStore,
    cascade: CascadeRow,
  ) {
    this.sums = { ...cascade };
    this.breadths = [...cascade.breadths];
  }

  /** Stored shares that were read. */
  get shares(): number {
    return this.before.size;
  }

  read(code: string): Mutable<ShareRow> | undefined {
    const known = this.rows.get(code);
    if (known !== undefined) return known;
    const stored = this.store.readShare(code);
    if (stored === undefined) return undefined;
    const row = { ...stored };
    this.rows.set(code, row);
    this.before.set(code, stored);
    return row;
  }

  /** False when the cascade is better rebuilt. */
  hang(share: NewShare): boolean {
    const parent = share.via === null ? undefined : this.read(share.via);
    if (parent === undefined) return false;
    const { sums } = this;
    const depth = parent.depth + 1;
    this.steps += depth;
    if (depth > DEPTH_MAX || sums.sumSubtreeSq > SUM_MAX || this.steps > 2 * sums.size) return false;

    const skewed = share.at < parent.at;
    const row = { ...share, root: sums.root, parent: parent.code, depth, children: 0, descendants: 0 };
    this.rows.set(share.code, { ...row, faults: skewed ? SKEW : 0 });
    this.added.push(share.code);

    parent.children += 1;
    if (parent.depth === 0) sums.seedChildren += 1;
    else sums.maxChildren = Math.max(sums.maxChildren, parent.children);
    let above: Mutable<ShareRow> | undefined = parent;
    while (above !== undefined) {
      if (above.depth > 0) sums.sumSubtreeSq += 2 * (above.descendants + 1) + 1;
      above.descendants += 1;
      above = above.parent === null ? undefined : this.read(above.parent);
    }
    sums.sumSubtreeSq += 1;
    this.count(share, depth, skewed);
    return true;
  }

  private count(share: NewShare, depth: number, skewed: boolean): void {
    const { sums, breadths, persons } = this;
    sums.size += 1;
    sums.sumDepth += depth;
    sums.depth = Math.max(sums.depth, depth);
    const breadth = (breadths[depth] ?? 0) + 1;
    breadths[depth] = breadth;
    sums.maxBreadth = Math.max(sums.maxBreadth, breadth);
    if (skewed) sums.skews += 1;
    sums.lastAt = Math.max(sums.lastAt, share.at);
    if (persons.has(share.person) || this.store.hasShared(sums.root, share.person)) return;
    persons.add(share.person);
    sums.sharers += 1;
  }

  write(): void {
    const { sums, store } = this;
    for (const code of this.added) {
      const row = this.rows.get(code);
      if (row !== undefined) store.insertShare(row);
    }
    for (const [code, before] of this.before) {
      const row = this.rows.get(code);
      if (row !== undefined && row.descendants !== before.descendants) store.updateShare(row, before);
    }
    store.putCascade({
      ...sums,
      breadths: this.breadths,
      structuralVirality: structuralVirality({
        size: sums.size,
        sumSubtree: sums.sumDepth,
        sumSubtreeSq: sums.sumSubtreeSq,
      }),
    });
  }
}
