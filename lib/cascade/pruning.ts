import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import { foldShares } from "./fold-shares.ts";
import { WAITS } from "./forest.ts";
import type { ForestStore } from "./forest-store.ts";
import type { ChangedVia } from "./rebuild-cascades.ts";
import { rebuildCascades } from "./rebuild-cascades.ts";
import { type MovedShare, SubtreeMoves } from "./subtree-moves.ts";

/**
 * Takes shares out of a forest and hangs others elsewhere; the rows become those that a fold of what is left gives.
 *
 * No step moves more than half of `room` shares at once. What is larger sheds pieces first, each of which stands as an orphan
 * though its parent is known, until `mend` hangs it back; and a share that is taken out first loses what hangs on it,
 * piece by piece. In between the forest may be folded into, and ends in the same rows.
 */
export class Pruning {
  private readonly moves: SubtreeMoves;

  /** @param onShed told of each piece that is shed */
  constructor(
    private readonly store: ForestStore,
    private readonly room: number,
    private readonly onShed: (code: string) => void = () => undefined,
  ) {
    this.moves = new SubtreeMoves(store);
  }

  /** Shares read and written so far. */
  get work(): number {
    return this.moves.work;
  }

  /** Whether the room is used up. */
  get isSpent(): boolean {
    return this.moves.work >= this.room;
  }

  /** Takes a share out. False when the room was used up before that: ask again, here or in another pruning. */
  remove(code: string): boolean {
    const row = this.moves.read(code);
    if (row === undefined) return true;
    if (this.moves.isTangled(row.root)) {
      this.moves.flush();
      this.moves.work += this.store.readCascade(row.root)?.size ?? 0;
      rebuildCascades(this.store, [row.root], [], [], [code]);
      return true;
    }
    while (row.children > 0) {
      const child = this.moves.firstChild(row);
      if (this.isTooLarge(child)) this.shed(child);
      else this.moves.detach(child);
      if (this.isSpent) return false;
    }
    this.moves.takeOut(row);
    return true;
  }

  /** Makes what hangs on a share small enough for `relink`. False when the room was used up before that. */
  lighten({ code, via }: ChangedVia): boolean {
    const row = this.moves.read(code);
    const above = via === null ? undefined : this.moves.read(via);
    if (row === undefined || row.parent === (above?.code ?? null) || this.isRepair(row, above)) return true;
    while (this.isTooLarge(row)) {
      this.shed(row);
      if (this.isSpent) return false;
    }
    return true;
  }

  /** Hangs a share, with all below it, where its changed link says. */
  relink(change: ChangedVia): void {
    const row = this.moves.read(change.code);
    if (row === undefined) return;
    const above = change.via === null ? undefined : this.moves.read(change.via);
    if (this.isRepair(row, above)) {
      this.moves.flush();
      foldShares(this.store, [], [change]);
      return;
    }
    const leaves = row.parent !== (above?.code ?? null);
    if (leaves && row.parent !== null) this.moves.detach(row);
    row.via = change.via;
    row.evidence = change.evidence;
    row.seedKind = mayBeSeed(change.via) ? change.seedKind : null;
    if (above === undefined) this.moves.standAlone(row);
    else if (leaves) this.moves.attach(row, above);
    else this.moves.write(row);
  }

  /** Hangs a share back that stands as an orphan though its parent is known. False when the room was used up before. */
  mend(code: string): boolean {
    for (;;) {
      const row = this.firstToMend(code);
      if (row === undefined) return true;
      if (!this.lighten(row)) return false;
      this.relink(row);
      if (row.code === code) return true;
    }
  }

  /**
   * Puts a share that was held back where its link says, and under it what waits for it. False when the room was used
   * up before.
   */
  settle(code: string): boolean {
    const row = this.moves.read(code);
    if (row === undefined) return true;
    const isOrphan = (row.faults & WAITS) !== 0 && row.via !== null && this.moves.read(row.via) !== undefined;
    if (!(isOrphan ? this.mend(code) : this.lighten(row))) return false;
    if (!isOrphan) this.relink(row);
    for (;;) {
      const [orphan] = this.store.listOrphansOf(code, 1);
      if (orphan === undefined) return true;
      if (!this.mend(orphan) || this.isSpent) return false;
    }
  }

  /** Writes all that was done. */
  flush(): void {
    this.moves.flush();
  }

  /** A share itself, or what it hangs on when that is to be hung back too: so no share moves twice. */
  private firstToMend(code: string): MovedShare | undefined {
    const seen = new Set<string>();
    let found: MovedShare | undefined;
    for (let row = this.moves.read(code); row !== undefined && !seen.has(row.code); ) {
      const above: MovedShare | undefined = row.via === null ? undefined : this.moves.read(row.via);
      if ((row.faults & WAITS) === 0 || above === undefined) break;
      seen.add(row.code);
      found = row;
      row = this.moves.read(above.root);
    }
    return found;
  }

  /** Whether a cycle is, or would be, part of it: that is for the fold to cut. */
  private isRepair(row: MovedShare, above: MovedShare | undefined): boolean {
    if (this.moves.isTangled(row.root)) return true;
    let at = above;
    while (at !== undefined && at.code !== row.code)
      at = at.parent === null ? undefined : this.moves.read(at.parent);
    return at !== undefined;
  }

  private isTooLarge({ descendants }: MovedShare): boolean {
    return descendants >= this.room / 2;
  }

  private shed(row: MovedShare): void {
    let piece = this.moves.firstChild(row);
    while (this.isTooLarge(piece)) piece = this.moves.firstChild(piece);
    this.moves.detach(piece);
    this.onShed(piece.code);
  }
}
