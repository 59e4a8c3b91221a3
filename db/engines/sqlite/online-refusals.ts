import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { RefusedEvent } from "#db/engines/event-store.ts";
import { prepare } from "#db/prepare.ts";
import { WAITS } from "#lib/cascade/forest.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";
const BY_CODE = `SELECT 1 FROM shares WHERE ${CAMPAIGN} AND code = ?`;
const BY_ID = `SELECT 1 FROM journal WHERE ${CAMPAIGN} AND event_id = ? AND amends = 0`;
const AWAITED = `SELECT 1 FROM shares INDEXED BY shares_orphans
  WHERE ${CAMPAIGN} AND via = ? AND faults & ${WAITS}`;
// What a share's tree waits for: nothing when it stands on a seed.
const TOP_VIA = `SELECT top.via FROM shares AS s
  JOIN shares AS top ON top.workspace_id = s.workspace_id AND top.campaign_id = s.campaign_id AND top.code = s.root
  WHERE s.workspace_id = ? AND s.campaign_id = ? AND s.code = ? AND top.faults & ${WAITS}`;

type Reason = RefusedEvent["reason"];

/**
 * Judges shares one after the other, each in the light of those stored and those let through before it: METRICS §0
 * rejects online what it repairs in a file. Costs a look-up a share; a walk only where an orphan waits.
 * @returns null for what may go on, a repetition too
 */
export function onlineRefusals(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
): (event: CampaignEvent) => Reason | null {
  const key = [workspaceId, campaignId] as const;
  const exists = (sql: string, text: string) => prepare(client, sql).get(...key, text) !== undefined;
  const viaOf = new Map<string, string | null>();
  const ids = new Set<string>();
  const awaited = new Set<string>();

  const above = (code: string): string | null => {
    const pending = viaOf.get(code);
    if (pending !== undefined) return pending;
    const via = prepare(client, TOP_VIA)
      .pluck()
      .get(...key, code) as string | null | undefined;
    return via ?? null;
  };
  const closesLoop = (code: string, via: string): boolean => {
    if (!awaited.has(code) && !exists(AWAITED, code)) return false;
    const seen = new Set<string>();
    for (let at: string | null = via; at !== null && !seen.has(at); at = above(at)) {
      if (at === code) return true;
      seen.add(at);
    }
    return false;
  };

  return ({ kind, label, id, code, via }) => {
    const isRepeated = ids.has(id);
    ids.add(id);
    if (isRepeated || kind !== "share" || code === null || label !== null) return null;
    if (viaOf.has(code) || exists(BY_CODE, code)) return exists(BY_ID, id) ? null : "code-taken";
    if (via === code) return "self-parent";
    if (via !== null && closesLoop(code, via)) return "loop";
    if (exists(BY_ID, id)) return null;
    viaOf.set(code, via);
    if (via !== null) awaited.add(via);
    return null;
  };
}
