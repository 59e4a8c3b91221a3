import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { microsOf } from "#db/engines/sqlite/micros-of.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";

const SAME = `SELECT 1 FROM journal WHERE workspace_id = ? AND campaign_id = ? AND event_id = ? AND amends = 0
  AND kind = ? AND person = ? AND via IS ? AND code IS ? AND value_micros IS ?`;

/** Whether a repetition says something else than the record that has its id: who did what, brought by whom, worth what. */
export function saysOtherwise(
  db: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  { id, kind, person, via, code, value }: CampaignEvent,
): boolean {
  const micros = value === null ? null : microsOf(value);
  const same = prepare(db.$client, SAME).get(workspaceId, campaignId, id, kind, person, via, code, micros);
  return same === undefined;
}
