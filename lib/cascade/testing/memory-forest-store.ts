import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { ORPHAN } from "#lib/cascade/forest.ts";
import type { Extremes, ForestStore } from "#lib/cascade/forest-store.ts";
import type { ShareRow } from "#lib/cascade/share-row.ts";

/** A forest in memory, for share logs that need no database. */
export class MemoryForestStore implements ForestStore {
  readonly shares = new Map<string, ShareRow>();
  readonly cascades = new Map<string, CascadeRow>();
  private readonly codesOfPerson = new Map<string, Set<string>>();
  private readonly codesOfVia = new Map<string, Set<string>>();

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
    const waits = (child: string) => ((this.shares.get(child)?.faults ?? 0) & ORPHAN) !== 0;
    return [...(this.codesOfVia.get(code) ?? [])].filter(waits);
  }

  listChildren(code: string, limit: number): ShareRow[] {
    const children = [...(this.codesOfVia.get(code) ?? [])].flatMap((child) => this.shares.get(child) ?? []);
    return children.filter(({ parent }) => parent === code).slice(0, limit);
  }

  readExtremes(root: string): Extremes {
    const rows = this.listShares(root);
    return {
      lastAt: Math.max(...rows.map(({ at }) => at)),
      maxChildren: Math.max(0, ...rows.filter(({ depth }) => depth > 0).map(({ children }) => children)),
    };
  }

  hasShared(root: string, person: string): boolean {
    const codes = this.codesOfPerson.get(person) ?? [];
    for (const code of codes) if (this.shares.get(code)?.root === root) return true;
    return false;
  }

  insertShare(row: ShareRow): void {
    this.shares.set(row.code, { ...row });
    add(this.codesOfPerson, row.person, row.code);
    if (row.via !== null) add(this.codesOfVia, row.via, row.code);
  }

  updateShare(row: ShareRow, before: ShareRow): void {
    this.shares.set(row.code, { ...row });
    if (row.via === before.via) return;
    if (before.via !== null) this.codesOfVia.get(before.via)?.delete(row.code);
    if (row.via !== null) add(this.codesOfVia, row.via, row.code);
  }

  removeShare({ code, person, via }: ShareRow): void {
    this.shares.delete(code);
    this.codesOfPerson.get(person)?.delete(code);
    if (via !== null) this.codesOfVia.get(via)?.delete(code);
  }

  putCascade(row: CascadeRow): void {
    this.cascades.set(row.root, row);
  }

  removeCascade(root: string): void {
    this.cascades.delete(root);
  }
}

function add(index: Map<string, Set<string>>, key: string, code: string): void {
  const codes = index.get(key);
  if (codes === undefined) index.set(key, new Set([code]));
  else codes.add(code);
}
