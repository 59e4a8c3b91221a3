import type Database from "better-sqlite3";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { ORPHAN } from "#lib/cascade/forest.ts";
import type { ForestStore } from "#lib/cascade/forest-store.ts";
import type { ShareRow } from "#lib/cascade/share-row.ts";
import type { CampaignKey } from "./campaign-key.ts";
import type { HourlyTally } from "./hourly-tally.ts";
import { prepare } from "./prepare.ts";

const SHARE_COLUMNS = `root, code, parent, via, evidence, person, channel, mode, seed_kind AS seedKind,
  variant, at, depth, children, descendants, faults`;
const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";

type StoredCascade = Omit<CascadeRow, "seeded" | "breadths"> & { seeded: number; breadths: string };

/** A campaign's forest in SQLite. Shares that come, go or change generation are told to `tally`. */
export class SqliteForestStore implements ForestStore {
  private readonly key: readonly [number, number];

  constructor(
    private readonly client: Database.Database,
    { workspaceId, campaignId }: CampaignKey,
    private readonly tally: HourlyTally,
  ) {
    this.key = [workspaceId, campaignId];
  }

  readShare(code: string): ShareRow | undefined {
    const sql = `SELECT ${SHARE_COLUMNS} FROM shares WHERE ${CAMPAIGN} AND code = ?`;
    return prepare(this.client, sql).get(...this.key, code) as ShareRow | undefined;
  }

  listShares(root: string): ShareRow[] {
    const sql = `SELECT ${SHARE_COLUMNS} FROM shares WHERE ${CAMPAIGN} AND root = ?`;
    return prepare(this.client, sql).all(...this.key, root) as ShareRow[];
  }

  // Unnamed, the planner walks the whole campaign; named, a missing index is an error instead of a slow day.
  listOrphansOf(code: string): string[] {
    const sql = `SELECT code FROM shares INDEXED BY shares_orphans WHERE ${CAMPAIGN} AND via = ? AND faults & ${ORPHAN}`;
    return prepare(this.client, sql)
      .pluck()
      .all(...this.key, code) as string[];
  }

  hasShared(root: string, person: string): boolean {
    const sql = `SELECT 1 FROM shares INDEXED BY shares_person WHERE ${CAMPAIGN} AND person = ? AND root = ? LIMIT 1`;
    return prepare(this.client, sql).get(...this.key, person, root) !== undefined;
  }

  insertShare(row: ShareRow): void {
    prepare(
      this.client,
      `INSERT INTO shares (workspace_id, campaign_id, root, code, parent, via, evidence, person, channel, mode,
         seed_kind, variant, at, depth, children, descendants, faults)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      ...this.key,
      row.root,
      row.code,
      row.parent,
      row.via,
      row.evidence,
      row.person,
      row.channel,
      row.mode,
      row.seedKind,
      row.variant,
      row.at,
      row.depth,
      row.children,
      row.descendants,
      row.faults,
    );
    this.tally.add(row.at, "share", row.channel, row.depth, 1);
  }

  updateShare(row: ShareRow, before: ShareRow): void {
    const placed = row.root === before.root && row.parent === before.parent && row.via === before.via;
    if (
      placed &&
      row.faults === before.faults &&
      row.depth === before.depth &&
      row.evidence === before.evidence
    )
      prepare(
        this.client,
        `UPDATE shares SET children = ?, descendants = ? WHERE ${CAMPAIGN} AND root = ? AND code = ?`,
      ).run(row.children, row.descendants, ...this.key, row.root, row.code);
    else this.replaceShare(row, before);
    if (row.depth === before.depth) return;
    this.tally.add(before.at, "share", before.channel, before.depth, -1);
    this.tally.add(row.at, "share", row.channel, row.depth, 1);
  }

  private replaceShare(row: ShareRow, before: ShareRow): void {
    prepare(
      this.client,
      `UPDATE shares SET root = ?, parent = ?, via = ?, evidence = ?, seed_kind = ?, depth = ?, children = ?,
         descendants = ?, faults = ?
       WHERE ${CAMPAIGN} AND root = ? AND code = ?`,
    ).run(
      row.root,
      row.parent,
      row.via,
      row.evidence,
      row.seedKind,
      row.depth,
      row.children,
      row.descendants,
      row.faults,
      ...this.key,
      before.root,
      before.code,
    );
  }

  readCascade(root: string): CascadeRow | undefined {
    const sql = `SELECT root, seeded, seed_kind AS seedKind, variant, channel, person, size, reach, depth,
        max_breadth AS maxBreadth, breadths, seed_children AS seedChildren, max_children AS maxChildren,
        sum_depth AS sumDepth, sum_subtree_sq AS sumSubtreeSq, structural_virality AS structuralVirality,
        skews, cuts, started_at AS startedAt, last_at AS lastAt
      FROM cascades WHERE ${CAMPAIGN} AND root = ?`;
    const row = prepare(this.client, sql).get(...this.key, root) as StoredCascade | undefined;
    return row && { ...row, seeded: row.seeded === 1, breadths: JSON.parse(row.breadths) as number[] };
  }

  putCascade(row: CascadeRow): void {
    prepare(
      this.client,
      `REPLACE INTO cascades (workspace_id, campaign_id, root, seeded, seed_kind, variant, channel, person, size,
         reach, depth, max_breadth, breadths, seed_children, max_children, sum_depth, sum_subtree_sq,
         structural_virality, skews, cuts, started_at, last_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      ...this.key,
      row.root,
      row.seeded ? 1 : 0,
      row.seedKind,
      row.variant,
      row.channel,
      row.person,
      row.size,
      row.reach,
      row.depth,
      row.maxBreadth,
      JSON.stringify(row.breadths),
      row.seedChildren,
      row.maxChildren,
      row.sumDepth,
      row.sumSubtreeSq,
      row.structuralVirality,
      row.skews,
      row.cuts,
      row.startedAt,
      row.lastAt,
    );
  }

  removeCascade(root: string): void {
    prepare(this.client, `DELETE FROM cascades WHERE ${CAMPAIGN} AND root = ?`).run(...this.key, root);
  }
}
