import type Database from "better-sqlite3";
import type { EventStore } from "#db/engines/event-store.ts";
import { appendEvents } from "./append-events.ts";
import { derivedDigest } from "./derived-digest.ts";
import { inTransaction } from "./in-transaction.ts";
import { prepare } from "./prepare.ts";
import { rebuildCampaign } from "./rebuild-campaign.ts";

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
        prepare(client, RETRACT).run(key.workspaceId, key.campaignId, importId);
        rebuildCampaign(client, key);
      }),
    rebuild: (key) => inTransaction(client, () => rebuildCampaign(client, key)),
    digest: (key) => derivedDigest(client, key),
  };
}
