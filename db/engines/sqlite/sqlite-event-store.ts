import type Database from "better-sqlite3";
import type { EventStore } from "#db/engines/event-store.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { prepare } from "#db/prepare.ts";
import { appendEvents } from "./append-events.ts";
import { derivedDigest } from "./derived-digest.ts";
import { rebuildCampaign } from "./rebuild-campaign.ts";

/** An event that another import brought too becomes the first such import's. */
const HAND_OVER = `
  UPDATE journal SET import_id = (
    SELECT min(c.import_id) FROM journal_claims AS c
    WHERE c.workspace_id = journal.workspace_id AND c.campaign_id = journal.campaign_id AND c.seq = journal.seq)
  WHERE workspace_id = @workspaceId AND campaign_id = @campaignId AND import_id = @importId AND seq IN (
    SELECT seq FROM journal_claims WHERE workspace_id = @workspaceId AND campaign_id = @campaignId)`;
const UNCLAIM = `DELETE FROM journal_claims
  WHERE workspace_id = @workspaceId AND campaign_id = @campaignId AND import_id = @importId`;
/** Who owns an event needs no claim to it. */
const SETTLE = `DELETE FROM journal_claims WHERE workspace_id = @workspaceId AND campaign_id = @campaignId
  AND (seq, import_id) IN (SELECT seq, import_id FROM journal
    WHERE workspace_id = @workspaceId AND campaign_id = @campaignId AND import_id IS NOT NULL
      AND seq IN (SELECT seq FROM journal_claims
        WHERE workspace_id = @workspaceId AND campaign_id = @campaignId))`;
// Reads the whole journal of the campaign, as the rebuild behind it does anyway, and in the order of the file:
// by an index, SQLite's own choice, every row would be looked up by itself.
const RETRACT =
  "DELETE FROM journal NOT INDEXED WHERE workspace_id = ? AND campaign_id = ? AND import_id = ?";

/** Events in the app's own database. Each call is one transaction, or part of the one that is open. */
export function sqliteEventStore(client: Database.Database): EventStore {
  return {
    append: (key, events, delivery) =>
      inTransaction(client, () => appendEvents(client, key, events, delivery)),
    retract: (key, importId) =>
      inTransaction(client, () => {
        const retraction = { workspaceId: key.workspaceId, campaignId: key.campaignId, importId };
        prepare(client, UNCLAIM).run(retraction);
        prepare(client, HAND_OVER).run(retraction);
        prepare(client, SETTLE).run(retraction);
        prepare(client, RETRACT).run(key.workspaceId, key.campaignId, importId);
        rebuildCampaign(client, key);
      }),
    rebuild: (key) => inTransaction(client, () => rebuildCampaign(client, key)),
    digest: (key) => derivedDigest(client, key),
  };
}
