import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import { WAITS } from "#lib/cascade/forest.ts";
import type { Extremes, ForestStore } from "#lib/cascade/forest-store.ts";
import { isRestated } from "#lib/cascade/rebuild-cascades.ts";
import type { ShareRow } from "#lib/cascade/share-row.ts";
import { CascadeSurveys } from "./cascade-surveys.ts";
import type { HourlyTally } from "./hourly-tally.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";
const SHARE = `${CAMPAIGN} AND code = ?`;
const SELECT_SHARES = `SELECT root, code, parent, via, evidence, person, channel, mode, seed_kind AS seedKind,
    variant, country, at, depth, children, descendants, faults
  FROM shares WHERE ${CAMPAIGN}`;
const BY_CODE = `${SELECT_SHARES} AND code = ?`;
const BY_ROOT = `${SELECT_SHARES} AND root = ?`;
// Unnamed, the planner walks the whole campaign; named, a missing index is an error instead of a slow day.
const ORPHANS = `SELECT code FROM shares INDEXED BY shares_orphans WHERE ${CAMPAIGN} AND faults & ${WAITS}`;
const ORPHANS_OF = `${ORPHANS} AND via = ? LIMIT ?`;
const ANY_ORPHAN = `${ORPHANS} LIMIT 1`;
// Named for the same reason.
const CHILDREN = `${SELECT_SHARES.replace("FROM shares", "FROM shares INDEXED BY shares_parent")} AND parent = ? LIMIT ?`;
const REMOVE_SHARE = `DELETE FROM shares WHERE ${SHARE}`;
const HAS_SHARED = `SELECT 1 FROM shares WHERE ${CAMPAIGN} AND root = ? AND person = ? LIMIT 1`;
const INSERT_SHARE = `INSERT INTO shares (workspace_id, campaign_id, root, code, parent, via, evidence, person,
    channel, mode, seed_kind, variant, country, at, depth, children, descendants, faults)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const GROW_SHARE = `UPDATE shares SET children = ?, descendants = ? WHERE ${SHARE}`;
const MOVE_SHARE = `UPDATE shares SET root = ?, parent = ?, via = ?, evidence = ?, seed_kind = ?, depth = ?,
    children = ?, descendants = ?, faults = ?, person = ?, channel = ?, mode = ?, variant = ?, country = ?, at = ?
  WHERE ${SHARE}`;
const READ_CASCADE = `SELECT root, seeded, seed_kind AS seedKind, variant, channel, person, size, reach AS sharers, depth,
    max_breadth AS maxBreadth, breadths, seed_children AS seedChildren, max_children AS maxChildren,
    sum_depth AS sumDepth, sum_subtree_sq AS sumSubtreeSq, structural_virality AS structuralVirality,
    skews, cuts, started_at AS startedAt, last_at AS lastAt
  FROM cascades WHERE ${CAMPAIGN} AND root = ?`;
const PUT_CASCADE = `REPLACE INTO cascades (workspace_id, campaign_id, root, seeded, seed_kind, variant, channel,
    person, size, reach, depth, max_breadth, breadths, seed_children, max_children, sum_depth, sum_subtree_sq,
    structural_virality, skews, cuts, started_at, last_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const HOLD_BACK = `INSERT INTO held_back_shares (workspace_id, campaign_id, code) VALUES (?, ?, ?)
  ON CONFLICT DO NOTHING`;
const REMOVE_CASCADE = `DELETE FROM cascades WHERE ${CAMPAIGN} AND root = ?`;

type StoredCascade = Omit<CascadeRow, "seeded" | "breadths"> & { seeded: number; breadths: string };

/**
 * A campaign's forest in SQLite. Shares that come, go or change generation are told to `tally`; `surveys` are asked
 * for the extremes of cascades that shares leave.
 */
export class SqliteForestStore implements ForestStore {
  private readonly key: readonly [number, number];
  /** Whether any orphan waits; undefined until asked for and after a write. Most logs have none. */
  private anyOrphan: boolean | undefined;

  constructor(
    private readonly client: Database.Database,
    { workspaceId, campaignId }: CampaignKey,
    private readonly tally: HourlyTally,
    private readonly surveys = new CascadeSurveys(client, { workspaceId, campaignId }),
  ) {
    this.key = [workspaceId, campaignId];
  }

  readShare(code: string): ShareRow | undefined {
    return prepare(this.client, BY_CODE).get(...this.key, code) as ShareRow | undefined;
  }

  listShares(root: string): ShareRow[] {
    return prepare(this.client, BY_ROOT).all(...this.key, root) as ShareRow[];
  }

  listOrphansOf(code: string, limit = -1): string[] {
    this.anyOrphan ??= prepare(this.client, ANY_ORPHAN).get(...this.key) !== undefined;
    if (!this.anyOrphan) return [];
    return prepare(this.client, ORPHANS_OF)
      .pluck()
      .all(...this.key, code, limit) as string[];
  }

  listChildren(code: string, limit: number): ShareRow[] {
    return prepare(this.client, CHILDREN).all(...this.key, code, limit) as ShareRow[];
  }

  readExtremes(root: string): Extremes {
    return this.surveys.extremesOf(root);
  }

  hasShared(root: string, person: string): boolean {
    return prepare(this.client, HAS_SHARED).get(...this.key, root, person) !== undefined;
  }

  insertShare(row: ShareRow): void {
    this.anyOrphan = undefined;
    prepare(this.client, INSERT_SHARE).run(
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
      row.country,
      row.at,
      row.depth,
      row.children,
      row.descendants,
      row.faults,
    );
    this.tally.add(row.at, "share", row.channel, row.depth, 1);
  }

  updateShare(row: ShareRow, before: ShareRow): void {
    if (row.root !== before.root || row.children > before.children) this.surveys.note(row.root, row.code);
    const placed = row.root === before.root && row.parent === before.parent && row.via === before.via;
    const grown =
      row.faults === before.faults && row.depth === before.depth && row.evidence === before.evidence;
    if (placed && grown && !isRestated(row, before))
      prepare(this.client, GROW_SHARE).run(row.children, row.descendants, ...this.key, row.code);
    else this.moveShare(row, before);
    if (row.depth === before.depth && row.at === before.at && row.channel === before.channel) return;
    this.tally.add(before.at, "share", before.channel, before.depth, -1);
    this.tally.add(row.at, "share", row.channel, row.depth, 1);
  }

  removeShare(row: ShareRow): void {
    this.anyOrphan = undefined;
    prepare(this.client, REMOVE_SHARE).run(...this.key, row.code);
    this.tally.add(row.at, "share", row.channel, row.depth, -1);
  }

  private moveShare(row: ShareRow, before: ShareRow): void {
    this.anyOrphan = undefined;
    prepare(this.client, MOVE_SHARE).run(
      row.root,
      row.parent,
      row.via,
      row.evidence,
      row.seedKind,
      row.depth,
      row.children,
      row.descendants,
      row.faults,
      row.person,
      row.channel,
      row.mode,
      row.variant,
      row.country,
      row.at,
      ...this.key,
      before.code,
    );
  }

  readCascade(root: string): CascadeRow | undefined {
    const row = prepare(this.client, READ_CASCADE).get(...this.key, root) as StoredCascade | undefined;
    return row && { ...row, seeded: row.seeded === 1, breadths: JSON.parse(row.breadths) as number[] };
  }

  putCascade(row: CascadeRow): void {
    prepare(this.client, PUT_CASCADE).run(
      ...this.key,
      row.root,
      row.seeded ? 1 : 0,
      row.seedKind,
      row.variant,
      row.channel,
      row.person,
      row.size,
      row.sharers,
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
    prepare(this.client, REMOVE_CASCADE).run(...this.key, root);
  }

  holdBack(code: string): void {
    prepare(this.client, HOLD_BACK).run(...this.key, code);
  }
}
