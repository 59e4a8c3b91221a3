import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { WAITS } from "#lib/cascade/forest.ts";
import type { Extremes, ForestStore } from "#lib/cascade/forest-store.ts";
import type { ShareRow } from "#lib/cascade/share-row.ts";

/** A forest in memory, for share logs that need no database. */
export class MemoryForestStore implements ForestStore {
  readonly shares = new Map<string, ShareRow>();
  readonly cascades = new Map<string, CascadeRow>();
  readonly heldBack = new Set<string>();
  private readonly codesOfPerson = new Map<string, Set<string>>();
  private readonly codesOfVia = new Map<string, Set<string>>();
  private readonly codesOfParent = new Map<string, Set<string>>();

  readShare(code: string): ShareRow | undefined {
    return this.shares.get(code);
  }

  readCascade(root: string): CascadeRow | undefined {
    return this.cascades.get(root);
  }

  listShares(root: string): ShareRow[] {
    return [...this.shares.values()].filter((row) => row.root === root);
  }

  listOrphansOf(code: string, limit?: number): string[] {
    const waits = (child: string) => ((this.shares.get(child)?.faults ?? 0) & WAITS) !== 0;
    return [...(this.codesOfVia.get(code) ?? [])].filter(waits).slice(0, limit);
  }

  listChildren(code: string, limit: number): ShareRow[] {
    const children = [...(this.codesOfParent.get(code) ?? [])].slice(0, limit);
    return children.flatMap((child) => this.shares.get(child) ?? []);
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
    add(this.codesOfVia, row.via, row.code);
    add(this.codesOfParent, row.parent, row.code);
  }

  updateShare(row: ShareRow, before: ShareRow): void {
    this.shares.set(row.code, { ...row });
    remove(this.codesOfPerson, before.person, row.code);
    add(this.codesOfPerson, row.person, row.code);
    remove(this.codesOfVia, before.via, row.code);
    add(this.codesOfVia, row.via, row.code);
    remove(this.codesOfParent, before.parent, row.code);
    add(this.codesOfParent, row.parent, row.code);
  }

  removeShare({ code, person, via, parent }: ShareRow): void {
    this.shares.delete(code);
    remove(this.codesOfPerson, person, code);
    remove(this.codesOfVia, via, code);
    remove(this.codesOfParent, parent, code);
  }

  putCascade(row: CascadeRow): void {
    this.cascades.set(row.root, row);
  }

  removeCascade(root: string): void {
    this.cascades.delete(root);
  }

  holdBack(code: string): void {
    this.heldBack.add(code);
  }
}

function remove(index: ReadonlyMap<string, Set<string>>, key: string | null, code: string): void {
  if (key !== null) index.get(key)?.delete(code);
}

function add(index: Map<string, Set<string>>, key: string | null, code: string): void {
  if (key === null) return;
  const codes = index.get(key);
  if (codes === undefined) index.set(key, new Set([code]));
  else codes.add(code);
}
