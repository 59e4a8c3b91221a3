import { faultsOfRoot, isSeedRoot, SKEW } from "./forest.ts";
import type { ForestStore } from "./forest-store.ts";
import { rebuildCascades } from "./rebuild-cascades.ts";
import type { ShareRow } from "./share-row.ts";
import { structuralVirality } from "./structural-virality.ts";
import { type SubtreeShape, type SummedCascade, subtreeShape, waitingCascade } from "./subtree-shape.ts";

/** Beyond this, sums leave exact integers. */
const SUM_MAX = 2 ** 52;

/** A share as it is by now; `SubtreeMoves` writes it. */
export type MovedShare = { -readonly [K in keyof ShareRow]: ShareRow[K] };

/**
 * Detaches and attaches subtrees of a stored forest and keeps the sums of their cascades (METRICS §1.2). Costs the
 * depth of a subtree and its size, not the size of the cascade. Places are written at once, counts by `flush`.
 */
export class SubtreeMoves {
  /** Shares read and written so far. */
  work = 0;
  private readonly rows = new Map<string, MovedShare>();
  private readonly stored = new Map<string, ShareRow>();
  private readonly cascades = new Map<string, SummedCascade>();
  /** Cascades that lost their latest share or the one of most children. */
  private readonly fallen = new Set<string>();

  constructor(private readonly store: ForestStore) {}

  read(code: string): MovedShare | undefined {
    const row = this.rows.get(code) ?? this.store.readShare(code);
    return row && this.remember(row);
  }

  /** Some child of a share that has any. */
  firstChild({ code }: ShareRow): MovedShare {
    const [child] = this.store.listChildren(code, 1);
    if (child === undefined) throw new Error(`share ${code} has lost its children`);
    return this.remember(child);
  }

  /** A cycle that was cut may close or open elsewhere, and sums that are not exact cannot be taken apart. */
  isTangled(root: string): boolean {
    const cascade = this.cascades.get(root) ?? this.store.readCascade(root);
    return cascade !== undefined && (cascade.cuts > 0 || cascade.sumSubtreeSq > SUM_MAX);
  }

  /** Makes a share, with all below it, the root of a cascade of its own that waits for a parent. */
  detach(row: MovedShare): void {
    const { root } = row;
    const parent = row.parent === null ? undefined : this.read(row.parent);
    if (parent === undefined) throw new Error(`share ${row.code} hangs on nothing`);
    const rows = this.subtree(row);
    const shape = subtreeShape(rows);
    this.count(parent, row, shape, -1);
    Object.assign(row, { parent: null, faults: faultsOfRoot(row.via) });
    this.lift(rows, row.code, -row.depth);
    this.countLeft(root, shape.persons);
    this.cascades.set(row.code, waitingCascade(row, shape));
  }

  /** Hangs a root, with all below it, on a share of another cascade. */
  attach(row: MovedShare, parent: MovedShare): void {
    const rows = this.subtree(row);
    const shape = subtreeShape(rows);
    const cascade = this.cascade(parent.root);
    for (const person of shape.persons) if (!this.store.hasShared(parent.root, person)) cascade.sharers += 1;
    this.dropCascade(row.root);
    Object.assign(row, { parent: parent.code, faults: row.at < parent.at ? SKEW : 0 });
    this.count(parent, row, shape, 1);
    this.lift(rows, parent.root, parent.depth + 1);
  }

  /** Says of a root whose link has changed whether it is a seed. */
  standAlone(row: MovedShare): void {
    row.faults = faultsOfRoot(row.via);
    this.write(row);
    Object.assign(this.cascade(row.root), { seeded: isSeedRoot(row.faults), seedKind: row.seedKind });
  }

  /** Forgets a share that nothing hangs on. */
  takeOut(row: MovedShare): void {
    const parent = row.parent === null ? undefined : this.read(row.parent);
    if (parent === undefined) this.dropCascade(row.root);
    else this.count(parent, row, subtreeShape([row]), -1);
    this.store.removeShare(row);
    this.rows.delete(row.code);
    this.stored.delete(row.code);
    this.work += 1;
    if (parent !== undefined) this.countLeft(row.root, [row.person]);
  }

  write(row: MovedShare): void {
    this.store.updateShare({ ...row }, this.stored.get(row.code) ?? row);
    this.stored.set(row.code, { ...row });
    this.work += 1;
  }

  /** Writes all that is only counted so far. Rows that were read before are the caller's no more. */
  flush(): void {
    for (const [code, row] of this.rows) {
      const before = this.stored.get(code);
      if (before?.descendants !== row.descendants || before.children !== row.children) this.write(row);
    }
    for (const cascade of this.cascades.values()) {
      if (cascade.sumSubtreeSq > SUM_MAX) rebuildCascades(this.store, [cascade.root], [], []);
      else this.putCascade(cascade);
    }
    for (const known of [this.rows, this.stored, this.cascades, this.fallen]) known.clear();
  }

  private putCascade(cascade: SummedCascade): void {
    const { root, breadths, size, sumDepth, sumSubtreeSq } = cascade;
    while (breadths.at(-1) === 0) breadths.pop();
    cascade.depth = breadths.length - 1;
    cascade.maxBreadth = breadths.reduce((widest, breadth) => Math.max(widest, breadth), 0);
    cascade.structuralVirality = structuralVirality({ size, sumSubtree: sumDepth, sumSubtreeSq });
    if (this.fallen.has(root)) Object.assign(cascade, this.store.readExtremes(root));
    this.store.putCascade(cascade);
  }

  private remember(row: ShareRow): MovedShare {
    const known = this.rows.get(row.code);
    if (known !== undefined) return known;
    this.work += 1;
    const moved = { ...row };
    this.rows.set(row.code, moved);
    this.stored.set(row.code, row);
    return moved;
  }

  private cascade(root: string): SummedCascade {
    let cascade = this.cascades.get(root);
    if (cascade !== undefined) return cascade;
    const row = this.store.readCascade(root);
    if (row === undefined) throw new Error(`there is no cascade ${root}`);
    cascade = { ...row, breadths: [...row.breadths] };
    this.cascades.set(root, cascade);
    return cascade;
  }

  private dropCascade(root: string): void {
    this.cascades.delete(root);
    this.fallen.delete(root);
    this.store.removeCascade(root);
  }

  /** A share and all below it; parents stand before their children. */
  private subtree(top: MovedShare): MovedShare[] {
    const rows = [top];
    for (const { code, children } of rows)
      if (children > 0)
        for (const child of this.store.listChildren(code, children)) rows.push(this.remember(child));
    return rows;
  }

  private lift(rows: readonly MovedShare[], root: string, by: number): void {
    for (const row of rows) {
      row.root = root;
      row.depth += by;
      this.write(row);
    }
  }

  /** Adds a subtree to the sums of a cascade, or takes it away: the places of its shares must be those in it. */
  private count(parent: MovedShare, top: MovedShare, shape: SubtreeShape, sign: 1 | -1): void {
    const cascade = this.cascade(parent.root);
    const { size, breadths } = shape;
    // With the subtree in its place, before or after.
    const siblings = parent.depth > 0 ? Math.max(parent.children, parent.children + sign) : 0;
    const widest = Math.max(top.children, shape.maxChildren, siblings);
    parent.children += sign;
    if (parent.depth === 0) cascade.seedChildren += sign;
    for (let above: MovedShare | undefined = parent; above !== undefined; ) {
      if (above.depth > 0) cascade.sumSubtreeSq += size * size + sign * 2 * size * (above.descendants + 1);
      above.descendants += sign * size;
      above = above.parent === null ? undefined : this.read(above.parent);
    }
    cascade.size += sign * size;
    cascade.sumSubtreeSq += sign * (shape.sumSubtreeSq + size * size);
    cascade.sumDepth += sign * (shape.sumDepth + size * (parent.depth + 1));
    cascade.skews += sign * (shape.skews + (top.faults & SKEW ? 1 : 0));
    for (const [below, breadth] of breadths.entries()) {
      const depth = parent.depth + 1 + below;
      cascade.breadths[depth] = (cascade.breadths[depth] ?? 0) + sign * breadth;
    }
    if (sign < 0) {
      const wasWidest = widest > 0 && widest === cascade.maxChildren;
      if (shape.lastAt === cascade.lastAt || wasWidest) this.fallen.add(cascade.root);
      return;
    }
    cascade.lastAt = Math.max(cascade.lastAt, shape.lastAt);
    cascade.maxChildren = Math.max(cascade.maxChildren, widest);
  }

  /** Persons who have left a cascade, unless they shared in it elsewhere too. */
  private countLeft(root: string, persons: Iterable<string>): void {
    const cascade = this.cascade(root);
    for (const person of persons) if (!this.store.hasShared(root, person)) cascade.sharers -= 1;
  }
}
