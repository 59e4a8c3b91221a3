import { inTransaction } from "#db/engines/sqlite/in-transaction.ts";
import { prepare } from "#db/engines/sqlite/prepare.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { findCampaign } from "#db/find-campaign.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { readCollectedEvent } from "#lib/collect/read-collected-event.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { QuarantinedEvent } from "#lib/domain/intake-report.ts";

const KEPT = `SELECT id, source, reason, field, raw, received_at AS receivedAt FROM quarantined_events
  WHERE workspace_id = ? AND campaign_id = ? ORDER BY id`;
const FORGET = "DELETE FROM quarantined_events WHERE workspace_id = ? AND campaign_id = ? AND id = ?";
const HOUR = 3_600_000;
const ADD = `INSERT INTO intake_counts (workspace_id, campaign_id, hour, source, outcome, reason, field, count, last_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count`;
// A field that its producer made up is counted under no field.
const TAKE = `UPDATE intake_counts SET count = count - 1 WHERE rowid = (SELECT rowid FROM intake_counts
  WHERE workspace_id = ? AND campaign_id = ? AND hour = ? AND source = ? AND outcome = 'quarantined'
    AND reason = ? AND field IN (?, '') AND count > 0 ORDER BY field DESC LIMIT 1)`;

/**
 * Tries the events in a campaign's quarantine again: what can be read now is taken in, and its count moves from
 * quarantined to what became of it, in the hour in which it came. @returns how many left the quarantine
 */
export function retryQuarantined(
  scope: Scope<"events.write">,
  { campaignId, now }: { campaignId: number; now: number },
): { accepted: number; left: number } {
  const db = databaseOf(scope);
  const client = db.$client;
  const key = { workspaceId: scope.workspaceId, campaignId };
  const store = eventStoreOf(db);
  return inTransaction(client, () => {
    const { currency } = findCampaign(scope, campaignId);
    const kept = prepare(client, KEPT).all(key.workspaceId, campaignId) as QuarantinedEvent[];
    let accepted = 0;
    let left = 0;
    for (const row of kept) {
      const event = readAgain(row, currency, now);
      if (event === null) continue;
      const { source, receivedAt } = row;
      const receipt = store.append(key, [event], { source, importId: null, receivedAt, online: true });
      const [refusal] = receipt.refused;
      const outcome = refusal === undefined ? (receipt.accepted > 0 ? "accepted" : "duplicate") : "refused";
      const hour = Math.floor(receivedAt / HOUR);
      prepare(client, TAKE).run(key.workspaceId, campaignId, hour, source, row.reason, row.field);
      const cell = [hour, source, outcome, refusal?.reason ?? "", "", 1, receivedAt] as const;
      prepare(client, ADD).run(key.workspaceId, campaignId, ...cell);
      prepare(client, FORGET).run(key.workspaceId, campaignId, row.id);
      accepted += receipt.accepted;
      left += 1;
    }
    return { accepted, left };
  });
}

/** The event, when it can be read now. Nobody can check a browser's codes after the fact, so they stay unverified. */
function readAgain(row: QuarantinedEvent, currency: string | null, now: number): CampaignEvent | null {
  let payload: unknown;
  try {
    payload = JSON.parse(row.raw);
  } catch {
    return null;
  }
  const event = readCollectedEvent(payload, { currency, now, clockOffset: 0 });
  if ("reason" in event) return null;
  return row.source === "browser" ? { ...event, verified: false, seedKind: null } : event;
}
