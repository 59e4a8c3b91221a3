import type { CascadeRow } from "./cascade-row.ts";
import { ORPHAN } from "./forest.ts";
import type { ForestStore } from "./forest-store.ts";
import type { ShareRow } from "./share-row.ts";

/** A forest in memory, for share logs that need no database. */
export class MemoryForestStore implements ForestStore {
  readonly shares = new Map<string, ShareRow>();
  readonly cascades = new Map<string, CascadeRow>();

  readShare(code: string): ShareRow | undefined {
    return this.shares.get(code);
  }

  readCascade(root: string): CascadeRow | undefined {
    return this.cascades.get(root);
  }

  listShares(root: string): ShareRow[] {
    return [...this.shares.values()].filter((row) => row.root === root);
  }

  listOrphansOf(code: string): string[] {
    const waits = (row: ShareRow) => row.via === code && (row.faults & ORPHAN) !== 0;
    return [...this.shares.values()].filter(waits).map((row) => row.code);
  }

  hasShared(root: string, person: string): boolean {
    return this.listShares(root).some((row) => row.person === person);
  }

  insertShare(row: ShareRow): void {
    this.shares.set(row.code, { ...row });
  }

  updateShare(row: ShareRow): void {
    this.shares.set(row.code, { ...row });
  }

  putCascade(row: CascadeRow): void {
    this.cascades.set(row.root, row);
  }

  removeCascade(root: string): void {
    this.cascades.delete(root);
  }
}
