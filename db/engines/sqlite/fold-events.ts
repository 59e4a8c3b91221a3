import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import { foldShares } from "#lib/cascade/fold-shares.ts";
import type { FoldRoom } from "#lib/cascade/forest-store.ts";
import type { ChangedVia } from "#lib/cascade/rebuild-cascades.ts";
import { restateShare } from "#lib/cascade/restate-share.ts";
import type { NewShare } from "#lib/cascade/share-row.ts";
import { statedEvidence } from "#lib/cascade/stated-evidence.ts";
import { type CampaignEvent, isSetApart } from "#lib/domain/event.ts";
import { isShareRecord } from "#lib/domain/event-record.ts";
import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import { CascadeSurveys } from "./cascade-surveys.ts";
import { HourlyTally } from "./hourly-tally.ts";
import { microsOf } from "./micros-of.ts";
import { PersonTally } from "./person-tally.ts";
import { SqliteForestStore } from "./sqlite-forest-store.ts";
import { TouchTally } from "./touch-tally.ts";

/** A fold reads what it must, however large. */
const UNLIMITED = { large: Number.POSITIVE_INFINITY, kept: 0 };

/** What the fold needs of an accepted event. */
export type FoldedEvent = Pick<
  CampaignEvent,
  | "id"
  | "kind"
  | "person"
  | "via"
  | "arrives"
  | "code"
  | "channel"
  | "mode"
  | "seedKind"
  | "variant"
  | "occurredAt"
  | "value"
  | "verified"
  | "label"
> & { readonly attributes: Pick<NonNullable<CampaignEvent["attributes"]>, "country"> | null };

/** An event that was folded and says otherwise since a record of it came or went. */
export interface ChangedEvent {
  readonly before: FoldedEvent;
  readonly after: FoldedEvent;
}

/**
 * Brings accepted events into every derived table. Runs inside the caller's transaction, after the journal has them, so
 * that readers see a batch whole or not at all.
 * @param room for moving shares; null for as much as it takes
 */
export function foldEvents(
  client: Database.Database,
  key: CampaignKey,
  events: readonly FoldedEvent[],
  changes: readonly ChangedEvent[],
  room: FoldRoom | null = null,
): void {
  const hourly = new HourlyTally();
  const persons = new PersonTally();
  const touches = new TouchTally();
  const fresh = new Map<string, NewShare>();
  const count = (event: FoldedEvent, sign: 1 | -1) => {
    countEvent(event, sign, { hourly, touches });
    if (!isSetApart(event.label)) persons.add(event, sign);
  };
  for (const event of events) {
    count(event, 1);
    if (isShareRecord(event) && event.code !== null) fresh.set(event.code, newShare(event, event.code));
  }
  for (const { before, after } of changes) {
    count(before, -1);
    count(after, 1);
  }

  const changed = new Map<string, ChangedVia>();
  for (const change of persons.write(client, key)) changed.set(change.code, change);
  const store = new SqliteForestStore(client, key, hourly, new CascadeSurveys(client, key, UNLIMITED));
  for (const { after } of changes) {
    if (!isShareRecord(after) || after.code === null) continue;
    const share = withFirstTouch(client, key, newShare(after, after.code));
    changed.delete(share.code);
    if (!restateShare(store, share)) changed.set(share.code, share);
  }
  const placed = [...fresh.values()].map((share) => withFirstTouch(client, key, share));
  foldShares(store, placed, [...changed.values()], room);
  touches.write(client, key);
  hourly.write(client, key);
}

/** Counts an event by its hour and by the code that brought its person, or takes it out; shares by themselves come elsewhere. */
export function countEvent(
  event: FoldedEvent,
  sign: 1 | -1,
  { hourly, touches }: { readonly hourly: HourlyTally; readonly touches: TouchTally },
): void {
  const { label, kind, via, arrives, occurredAt: at } = event;
  const channel = event.channel ?? "";
  if (label !== null) hourly.add(at, label, channel, 0, sign);
  if (isSetApart(label)) return;
  if ((kind === "visit" || arrives) && via !== null) touches.addVisit(via, sign);
  if (kind === "conversion" && via !== null) touches.addConversion(via, microsOf(event.value ?? 0), sign);
  if (kind !== "share") hourly.add(at, kind, channel, 0, sign);
  else if (arrives) hourly.add(at, "visit", channel, 0, sign);
}

/** What an event says of its share. */
export function newShare(event: FoldedEvent, code: string): NewShare {
  return {
    code,
    via: event.via,
    evidence: event.via === null ? null : statedEvidence(event),
    person: event.person,
    channel: event.channel ?? "unknown",
    mode: event.mode,
    seedKind: mayBeSeed(event.via) ? event.seedKind : null,
    variant: event.variant,
    country: event.attributes?.country ?? null,
    at: event.occurredAt,
  };
}

const FIRST_TOUCH = `SELECT touch_via AS via FROM persons
  WHERE workspace_id = ? AND campaign_id = ? AND person = ? AND touch_at <= ?`;

/** A share with the code of its person's first touch, where it states none. */
export function withFirstTouch(
  client: Database.Database,
  { workspaceId, campaignId }: CampaignKey,
  share: NewShare,
): NewShare {
  if (share.via !== null || share.seedKind !== null) return share;
  const touch = prepare(client, FIRST_TOUCH).get(workspaceId, campaignId, share.person, share.at) as
    | { via: string }
    | undefined;
  return touch === undefined ? share : { ...share, via: touch.via, evidence: "touch" };
}
