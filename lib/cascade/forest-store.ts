import type { CascadeRow } from "./cascade-row.ts";
import type { ShareRow } from "./share-row.ts";

/** What of a cascade's sums cannot be worked out when shares leave it. */
export type Extremes = Pick<CascadeRow, "lastAt" | "maxChildren">;

/** Where a campaign's forest is kept: a database, or memory. The fold reads and writes through this alone. */
export interface ForestStore {
  readShare(code: string): ShareRow | undefined;
  readCascade(root: string): CascadeRow | undefined;
  /** Every share of a cascade, in any order. */
  listShares(root: string): ShareRow[];
  /** Codes of the orphans whose stated parent is `code`; at most `limit` where it is given, in any order. */
  listOrphansOf(code: string, limit?: number): string[];
  /** Shares that hang on `code` itself, at most `limit`, in any order. */
  listChildren(code: string, limit: number): ShareRow[];
  /** The latest instant of a cascade's shares, and the most children of any but its root, from the shares themselves. */
  readExtremes(root: string): Extremes;
  /** Whether a person has a share in a cascade. */
  hasShared(root: string, person: string): boolean;
  insertShare(row: ShareRow): void;
  /** `row` takes the place of `before`, which has the same code and maybe another root. */
  updateShare(row: ShareRow, before: ShareRow): void;
  /** Forgets a share that nothing hangs on. */
  removeShare(row: ShareRow): void;
  putCascade(row: CascadeRow): void;
  removeCascade(root: string): void;
  /** Notes a share that does not stand where its link says, or that others wait for in vain, until it is settled. */
  holdBack(code: string): void;
}

/** How much of a stored forest a fold may read or rewrite; what goes beyond is held back. */
export interface FoldRoom {
  /** Shares left of it. */
  left: number;
}
