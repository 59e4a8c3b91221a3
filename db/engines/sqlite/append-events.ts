import type Database from "better-sqlite3";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { amendmentOf } from "./amendment-of.ts";
import type { CampaignKey } from "./campaign-key.ts";
import { type Amendment, type FoldedEvent, foldEvents } from "./fold-events.ts";
import { prepare } from "./prepare.ts";

/** Where a batch comes from. */
export interface Delivery {
  readonly source: string;
  readonly importId: number | null;
  /** UTC milliseconds. */
  readonly receivedAt: number;
}

/** What became of each event of a batch: accepted + duplicate = received. */
export interface Receipt {
  readonly accepted: number;
  readonly duplicate: number;
}

const MICROS = 1_000_000;

const INSERT = `INSERT INTO journal (workspace_id, campaign_id, seq, event_id, amends, kind, person, via, arrives,
    code, channel, mode, seed_kind, variant, occurred_at, received_at, value_micros, currency, role, score,
    attributes, source, import_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (workspace_id, campaign_id, event_id, amends) DO NOTHING`;

const CODE_TAKEN = "SELECT 1 FROM shares WHERE workspace_id = ? AND campaign_id = ? AND code = ?";

/**
 * Writes events to the journal and folds them, inside the caller's transaction. The first record of an id
 * wins; a repetition is counted and changes nothing, unless it brings a missing parent (METRICS §0).
 */
export function appendEvents(
  client: Database.Database,
  key: CampaignKey,
  events: readonly CampaignEvent[],
  delivery: Delivery,
): Receipt {
  const { workspaceId, campaignId } = key;
  const taken = prepare(client, CODE_TAKEN);
  const accepted: FoldedEvent[] = [];
  const amendments: Amendment[] = [];
  const codes = new Set<string>();
  let seq = nextSeq(client, key);

  for (const event of events) {
    const { code } = event;
    const known =
      code !== null && (codes.has(code) || taken.get(workspaceId, campaignId, code) !== undefined);
    const valueMicros = event.value === null ? null : Math.round(event.value * MICROS);
    if (!known && insert(client, key, seq, event, valueMicros, delivery, false)) {
      seq += 1;
      if (code !== null) codes.add(code);
      accepted.push({ ...event, valueMicros });
      continue;
    }
    const amendment = amendmentOf(client, key, event);
    if (amendment === null || !insert(client, key, seq, event, valueMicros, delivery, true)) continue;
    seq += 1;
    amendments.push(amendment);
  }

  foldEvents(client, key, accepted, amendments);
  return { accepted: accepted.length, duplicate: events.length - accepted.length };
}

function nextSeq(client: Database.Database, { workspaceId, campaignId }: CampaignKey): number {
  const sql = "SELECT coalesce(max(seq), 0) + 1 FROM journal WHERE workspace_id = ? AND campaign_id = ?";
  return prepare(client, sql).pluck().get(workspaceId, campaignId) as number;
}

function insert(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
  seq: number,
  event: CampaignEvent,
  valueMicros: number | null,
  delivery: Delivery,
  amends: boolean,
): boolean {
  const { changes } = prepare(client, INSERT).run(
    workspaceId,
    campaignId,
    seq,
    event.id,
    amends ? 1 : 0,
    event.kind,
    event.person,
    event.via,
    event.arrives ? 1 : 0,
    event.code,
    event.channel,
    event.mode,
    event.seedKind,
    event.variant,
    event.occurredAt,
    delivery.receivedAt,
    valueMicros,
    event.currency,
    event.role,
    event.score,
    event.attributes === null ? null : JSON.stringify(event.attributes),
    delivery.source,
    delivery.importId,
  );
  return changes === 1;
}
