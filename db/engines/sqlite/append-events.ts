import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { Delivery, Receipt, RefusedEvent } from "#db/engines/event-store.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { DepthBound } from "./depth-bound.ts";
import { foldEvents } from "./fold-events.ts";
import { OnlineRefusals } from "./online-refusals.ts";
import { RecordWriter } from "./record-writer.ts";
import { KEPT } from "./records.ts";
import { Repetitions } from "./repetitions.ts";

/**
 * Writes events to the journal and folds them, inside the caller's transaction. Of the records of one event one is
 * kept, whatever the order in which they come (METRICS §0); the others are counted as repetitions.
 */
export function appendEvents(
  client: Database.Database,
  key: CampaignKey,
  events: readonly CampaignEvent[],
  delivery: Delivery,
): Receipt {
  const writer = new RecordWriter(client, key, delivery);
  const accepted: CampaignEvent[] = [];
  const repeated: number[] = [];
  const refused: RefusedEvent[] = [];
  const refusals = delivery.online ? new OnlineRefusals(client, key) : null;
  const depths = new DepthBound(client, key);
  const repetitions = new Repetitions(client, key, { delivery, writer, accepted, depths, refusals });
  for (const [i, event] of events.entries()) {
    const code = event.kind === "share" && event.label === null ? event.code : null;
    const reason = refusals?.of(event, delivery.fromPage ?? false) ?? null;
    if (reason !== null) {
      refused.push({ index: i, reason });
      continue;
    }
    const place =
      code === null || depths.isKnown(code) ? undefined : depths.fit(code, depths.viaOfShare(event));
    if (place === null) {
      refused.push({ index: i, reason: "too-deep" });
      continue;
    }
    if (writer.insert(event, KEPT)) {
      if (place !== undefined) depths.add(place);
      depths.noteTouch(event);
      repetitions.noteAccepted(event);
      continue;
    }
    const fault = repetitions.take(event);
    if (fault === null) repeated.push(i);
    else refused.push({ index: i, reason: fault });
  }
  foldEvents(client, key, accepted, repetitions.changes(), delivery.room);
  return {
    accepted: events.length - repeated.length - refused.length,
    duplicate: repeated.length,
    repeated,
    conflicts: repetitions.conflicts,
    refused,
  };
}
