import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { Delivery, Receipt, RefusedEvent } from "#db/engines/event-store.ts";
import { prepare } from "#db/prepare.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { amendmentOf } from "./amendment-of.ts";
import { claimEvent } from "./claim-event.ts";
import { DepthBound } from "./depth-bound.ts";
import { type Amendment, foldEvents } from "./fold-events.ts";
import { microsOf } from "./micros-of.ts";
import { onlineRefusals } from "./online-refusals.ts";

const NEXT_SEQ = "SELECT coalesce(max(seq), 0) + 1 FROM journal WHERE workspace_id = ? AND campaign_id = ?";

const INSERT = `INSERT INTO journal (workspace_id, campaign_id, seq, event_id, amends, kind, person, via, arrives,
    code, channel, mode, seed_kind, variant, occurred_at, received_at, value_micros, currency, role, score,
    attributes, verified, label, source, import_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (workspace_id, campaign_id, event_id, amends) DO NOTHING`;

const CODE_TAKEN = "SELECT 1 FROM shares WHERE workspace_id = ? AND campaign_id = ? AND code = ?";

const HAS_OTHER_CODES = `SELECT 1 FROM journal INDEXED BY journal_code
  WHERE workspace_id = ? AND campaign_id = ? AND code <> event_id LIMIT 1`;

/**
 * Writes events to the journal and folds them, inside the caller's transaction. The first record of an id
 * wins; a repetition is counted and changes nothing, unless it brings a missing parent to a file's (METRICS §0).
 */
export function appendEvents(
  client: Database.Database,
  key: CampaignKey,
  events: readonly CampaignEvent[],
  delivery: Delivery,
): Receipt {
  const { workspaceId, campaignId } = key;
  let seq = prepare(client, NEXT_SEQ).pluck().get(workspaceId, campaignId) as number;
  const insert = inserter(client, key, delivery);
  const taken = takenCodes(client, key, events);
  const accepted: CampaignEvent[] = [];
  const amendments: Amendment[] = [];
  const repeated: number[] = [];
  const refused: RefusedEvent[] = [];
  const refusalOf = delivery.online ? onlineRefusals(client, key) : null;
  const depths = new DepthBound(client, key);
  for (const [i, event] of events.entries()) {
    const code = event.kind === "share" && event.label === null ? event.code : null;
    const reason = refusalOf?.(event) ?? null;
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
    if ((code === null || !taken?.has(code)) && insert(event, seq, false)) {
      if (place !== undefined) depths.add(place);
      depths.noteTouch(event);
      seq += 1;
      if (code !== null) taken?.add(code);
      accepted.push(event);
      continue;
    }
    const { importId } = delivery;
    const amendment = delivery.online ? null : amendmentOf(client, key, event);
    const moved = amendment === null ? undefined : depths.fit(amendment.code, amendment.via);
    if (moved === null) {
      refused.push({ index: i, reason: "too-deep" });
      continue;
    }
    repeated.push(i);
    claimEvent(client, key, event, { importId, amends: false });
    if (amendment === null) continue;
    if (insert(event, seq, true)) {
      if (moved !== undefined) depths.add(moved);
      seq += 1;
      amendments.push(amendment);
    } else claimEvent(client, key, event, { importId, amends: true });
  }
  foldEvents(client, key, accepted, amendments, delivery.room);
  return { accepted: accepted.length, duplicate: repeated.length, repeated, refused };
}

/**
 * Which codes are taken; null where every share is known by its code alone, so that the unique index on
 * events' ids answers it by itself.
 */
function takenCodes(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
  events: readonly CampaignEvent[],
): { has(code: string): boolean; add(code: string): void } | null {
  const differs = events.some(({ kind, id, code }) => kind === "share" && code !== null && code !== id);
  if (!differs && prepare(client, HAS_OTHER_CODES).get(workspaceId, campaignId) === undefined) return null;
  const stored = prepare(client, CODE_TAKEN);
  const added = new Set<string>();
  return {
    has: (code) => added.has(code) || stored.get(workspaceId, campaignId, code) !== undefined,
    add: (code) => added.add(code),
  };
}

function inserter(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
  { receivedAt, source, importId }: Delivery,
): (event: CampaignEvent, seq: number, amends: boolean) => boolean {
  const statement = prepare(client, INSERT);
  return (event, seq, amends) =>
    statement.run(
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
      receivedAt,
      event.value === null ? null : microsOf(event.value),
      event.currency,
      event.role,
      event.score,
      event.attributes === null ? null : JSON.stringify(event.attributes),
      event.verified ? 1 : 0,
      event.label,
      source,
      importId,
    ).changes === 1;
}
