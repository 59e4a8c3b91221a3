import type Database from "better-sqlite3";
import type { EventStore } from "#db/engines/event-store.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { appendEvents } from "./append-events.ts";
import { derivedDigest } from "./derived-digest.ts";
import { rebuildCampaign } from "./rebuild-campaign.ts";
import { retractEvents } from "./retract-events.ts";
import { countHeldBack, listUnsettled, settleShares } from "./settle-shares.ts";

/** Events in the app's own database. Each call is one transaction, or part of the one that is open; so is each step. */
export function sqliteEventStore(client: Database.Database): EventStore {
  return {
    append: (key, events, delivery) =>
      inTransaction(client, () => appendEvents(client, key, events, delivery)),
    retract: (key, importId, now) => retractEvents(client, key, importId, now),
    listUnsettled: () => listUnsettled(client),
    countHeldBack: () => countHeldBack(client),
    settle: (key, now) => settleShares(client, key, now),
    rebuild: (key) => inTransaction(client, () => rebuildCampaign(client, key)),
    digest: (key) => derivedDigest(client, key),
  };
}
