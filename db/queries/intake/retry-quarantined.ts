import { and, eq } from "drizzle-orm";
import type { CodeKeys } from "#db/codes/judge-code.ts";
import { pastKeys } from "#db/codes/past-keys.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { findCampaign } from "#db/find-campaign.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { addIntakeCount } from "#db/intake/count-intake.ts";
import type { IntakeItem } from "#db/intake/intake.ts";
import { judgePageEvent } from "#db/intake/judge-page-event.ts";
import { isFromPage, roomFor } from "#db/intake/take-in.ts";
import { prepare } from "#db/prepare.ts";
import { collections } from "#db/schema/collections.ts";
import { databaseOf } from "#db/scope.ts";
import { SIGNING_KEY } from "#db/vault/sealed-columns.ts";
import { openSecret } from "#db/vault/secrets-of.ts";
import type { CollectionGrant } from "#lib/access/ingest-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { readCollectedEvent } from "#lib/collect/read-collected-event.ts";
import type { CampaignEvent, EventMark } from "#lib/domain/event.ts";
import type { IntakeOutcome, RefusalReason } from "#lib/domain/intake.ts";
import type { QuarantinedEvent } from "#lib/domain/intake-report.ts";
import { HOUR } from "#lib/time/lengths.ts";

/** Rows of one transaction: few enough that no other writer waits for long. */
const BATCH = 500;

const KEPT = `SELECT id, source, reason, field, raw, label, received_at AS receivedAt FROM quarantined_events
  WHERE workspace_id = ? AND campaign_id = ? AND id > ? ORDER BY id LIMIT ${BATCH}`;
const FORGET = "DELETE FROM quarantined_events WHERE workspace_id = ? AND campaign_id = ? AND id = ?";
const CELL = `workspace_id = ? AND campaign_id = ? AND hour = ? AND source = ? AND outcome = 'quarantined'
  AND reason = ?`;
// A field that its producer made up is counted under no field.
const TAKE = `UPDATE intake_counts SET count = count - 1 WHERE rowid = (SELECT rowid FROM intake_counts
  WHERE ${CELL} AND field IN (?, '') AND count > 0 ORDER BY field DESC LIMIT 1)`;
const DROP_EMPTY = `DELETE FROM intake_counts WHERE ${CELL} AND count = 0`;

/** What of a collection judges the events of its pages. */
type Judging = Pick<CollectionGrant, "stem" | "signingKey" | "goalFrom">;
type KeptRow = QuarantinedEvent & { readonly label: EventMark | null };
/** What became of one that was tried again; the reason is "" unless it was refused. */
interface Settled {
  readonly row: KeptRow;
  readonly outcome: Exclude<IntakeOutcome, "quarantined">;
  readonly reason: RefusalReason | "";
}

type Judged = Extract<IntakeItem, { event: CampaignEvent } | { refusal: string }>;

/**
 * Tries some events of a campaign's quarantine again: what can be read now is judged and taken in like one that has
 * just come, and its count moves from quarantined to what became of it, in the hour in which it came.
 * @param retry.after the id behind which to begin
 * @returns how many left the quarantine, and where to go on; null when all have been tried
 */
export function retryQuarantined(
  scope: Scope<"events.write">,
  { campaignId, after, now }: { campaignId: number; after: number; now: number },
): { left: number; next: number | null } {
  const db = databaseOf(scope, campaignId);
  const { workspaceId } = scope;
  const key = { workspaceId, campaignId };
  return inTransaction(db.$client, () => {
    const { currency } = findCampaign(scope, campaignId);
    const collection = judgingOf(scope, campaignId);
    const kept = prepare(db.$client, KEPT).all(workspaceId, campaignId, after) as KeptRow[];
    const past = pastKeys(db, key, now);
    const readable = kept.flatMap((row) => {
      const item = readAgain(row, collection === null ? null : { ...collection, ...past }, currency, now);
      return item === null ? [] : [{ row, item }];
    });
    const settled = takeAgain(scope, campaignId, readable);
    for (const { row, outcome, reason } of settled) {
      const hour = Math.floor(row.receivedAt / HOUR);
      const cell = [workspaceId, campaignId, hour, row.source, row.reason] as const;
      prepare(db.$client, TAKE).run(...cell, row.field);
      prepare(db.$client, DROP_EMPTY).run(...cell);
      addIntakeCount(db, key, row.source, row.receivedAt, { outcome, reason, field: "", count: 1 });
      prepare(db.$client, FORGET).run(workspaceId, campaignId, row.id);
    }
    return { left: settled.length, next: kept.length < BATCH ? null : (kept.at(-1)?.id ?? null) };
  });
}

function judgingOf(scope: Scope, campaignId: number): Judging | null {
  const db = databaseOf(scope, campaignId);
  const { workspaceId } = scope;
  const row = db
    .select({
      stem: collections.stem,
      signingKey: collections.signingKey,
      goalFrom: collections.goalFrom,
    })
    .from(collections)
    .where(and(eq(collections.workspaceId, workspaceId), eq(collections.campaignId, campaignId)))
    .get();
  if (row === undefined) return null;
  const place = { column: SIGNING_KEY, workspaceId, rowId: campaignId };
  return { ...row, signingKey: openSecret(db, place, row.signingKey) };
}

function readAgain(
  row: KeptRow,
  collection: (CodeKeys & Pick<CollectionGrant, "goalFrom">) | null,
  currency: string | null,
  now: number,
): Judged | null {
  let payload: unknown;
  try {
    payload = JSON.parse(row.raw);
  } catch {
    return null;
  }
  const event = readCollectedEvent(payload, { currency, now, receivedAt: row.receivedAt, clockOffset: 0 });
  if ("reason" in event) return null;
  if (row.source !== "browser") return { event };
  const item = collection === null ? null : judgePageEvent(collection, { ...event, label: row.label });
  return item === null || "fault" in item ? null : item;
}

/** Stores what was judged to be events, source by source. */
function takeAgain(
  scope: Scope<"events.write">,
  campaignId: number,
  readable: readonly { row: KeptRow; item: Judged }[],
): Settled[] {
  const store = eventStoreOf(databaseOf(scope, campaignId));
  const settled = readable.flatMap(({ row, item }): Settled[] =>
    "refusal" in item ? [{ row, outcome: "refused", reason: item.refusal }] : [],
  );
  for (const source of new Set(readable.map(({ row }) => row.source))) {
    const rows = readable.flatMap(({ row, item }) =>
      row.source === source && "event" in item ? [{ row, event: item.event }] : [],
    );
    const [first] = rows;
    if (first === undefined) continue;
    const { receivedAt } = first.row;
    const from = { source, importId: null, receivedAt, fromPage: isFromPage(source) };
    const delivery = { ...from, online: true, room: roomFor(rows.length) };
    const key = { workspaceId: scope.workspaceId, campaignId };
    const receipt = store.append(
      key,
      rows.map(({ event }) => event),
      delivery,
    );
    const refused = new Map(receipt.refused.map(({ index, reason }) => [index, reason]));
    const repeated = new Set(receipt.repeated);
    rows.forEach(({ row }, at) => {
      const reason = refused.get(at) ?? "";
      // It stays where it is, until what it hangs on is gone.
      if (reason === "too-deep") return;
      const outcome = reason !== "" ? "refused" : repeated.has(at) ? "duplicate" : "accepted";
      settled.push({ row, outcome, reason });
    });
  }
  return settled;
}
