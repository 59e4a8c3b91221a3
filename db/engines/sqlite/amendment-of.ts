import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { Amendment } from "./fold-events.ts";

type Repetition = Pick<CampaignEvent, "id" | "kind" | "code" | "via" | "arrives" | "verified">;

interface FirstRecord {
  person: string;
  channel: string | null;
  occurredAt: number;
}

/** What a repetition of a share adds to its first record: the parent, if that one had none; else null. */
export function amendmentOf(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
  { id, kind, code, via, arrives, verified }: Repetition,
): Amendment | null {
  if (kind !== "share" || via === null || code === null) return null;
  const first = prepare(
    client,
    `SELECT person, channel, occurred_at AS occurredAt FROM journal
     WHERE workspace_id = ? AND campaign_id = ? AND event_id = ? AND amends = 0
       AND kind = 'share' AND code = ? AND via IS NULL AND label IS NULL`,
  ).get(workspaceId, campaignId, id, code) as FirstRecord | undefined;
  return first === undefined ? null : { ...first, id, code, via, arrives, verified };
}
