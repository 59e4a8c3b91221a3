import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import { WAITS } from "#lib/cascade/forest.ts";

const PAGE = 5000;
const ORPHANS = `SELECT o.rowid AS row, o.code, o.via, EXISTS (
    SELECT 1 FROM shares AS p INDEXED BY shares_code
    WHERE p.workspace_id = o.workspace_id AND p.campaign_id = o.campaign_id AND p.code = o.via) AS isHeldBack
  FROM shares AS o INDEXED BY shares_orphans
  WHERE o.workspace_id = ? AND o.campaign_id = ? AND o.faults & ${WAITS} AND (o.via, o.rowid) > (?, ?)
  ORDER BY o.via, o.rowid LIMIT ${PAGE}`;

interface Orphan {
  readonly row: number;
  readonly code: string;
  readonly via: string;
  readonly isHeldBack: number;
}

/** Codes of shares that stand as orphans though their parent is known; yields those of a page of orphans at a time. */
export function* heldBackShares(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
): Generator<string[]> {
  for (let via = "", row = 0; ; ) {
    const orphans = prepare(client, ORPHANS).all(workspaceId, campaignId, via, row) as Orphan[];
    const last = orphans.at(-1);
    if (last === undefined) return;
    yield orphans.filter(({ isHeldBack }) => isHeldBack === 1).map(({ code }) => code);
    ({ via, row } = last);
  }
}
