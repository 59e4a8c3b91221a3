import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import { foldShares } from "#lib/cascade/fold-shares.ts";
import type { FoldRoom } from "#lib/cascade/forest-store.ts";
import type { ChangedVia } from "#lib/cascade/rebuild-cascades.ts";
import type { NewShare } from "#lib/cascade/share-row.ts";
import { statedEvidence } from "#lib/cascade/stated-evidence.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import { HourlyTally } from "./hourly-tally.ts";
import { microsOf } from "./micros-of.ts";
import { PersonTally } from "./person-tally.ts";
import { SqliteForestStore } from "./sqlite-forest-store.ts";
import { TouchTally } from "./touch-tally.ts";

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

/** A later record of a known share that brings the parent the first one lacked; the rest is the first's. */
export interface Amendment {
  readonly id: string;
  readonly person: string;
  readonly channel: string | null;
  readonly occurredAt: number;
  readonly code: string;
  readonly via: string;
  readonly arrives: boolean;
  readonly verified: boolean;
}

/**
 * Brings accepted events into every derived table. Runs inside the caller's transaction, so that readers
 * see a batch whole or not at all.
 * @param room for moving shares; null for as much as it takes
 */
export function foldEvents(
  client: Database.Database,
  key: CampaignKey,
  events: readonly FoldedEvent[],
  amendments: readonly Amendment[],
  room: FoldRoom | null = null,
): void {
  const hourly = new HourlyTally();
  const persons = new PersonTally();
  const touches = new TouchTally();
  const fresh = new Map<string, NewShare>();
  for (const event of events) {
    if (event.label !== null) {
      hourly.add(event.occurredAt, event.label, event.channel ?? "", 0, 1);
      continue;
    }
    persons.add(event);
    const visited = event.kind === "visit" || event.arrives;
    if (visited && event.via !== null) touches.addVisit(event.via);
    if (event.kind === "conversion" && event.via !== null)
      touches.addConversion(event.via, microsOf(event.value ?? 0));
    if (event.kind !== "share") hourly.add(event.occurredAt, event.kind, event.channel ?? "", 0, 1);
    else if (event.arrives) hourly.add(event.occurredAt, "visit", event.channel ?? "", 0, 1);
    if (event.kind === "share" && event.code !== null) fresh.set(event.code, newShare(event, event.code));
  }

  for (const amendment of amendments) {
    if (!amendment.arrives) continue;
    persons.add({ ...amendment, kind: "visit" });
    touches.addVisit(amendment.via);
    hourly.add(amendment.occurredAt, "visit", amendment.channel ?? "", 0, 1);
  }

  const changed = new Map<string, ChangedVia>();
  for (const change of persons.write(client, key)) changed.set(change.code, change);
  for (const amendment of amendments) {
    const { code, via } = amendment;
    const share = fresh.get(code);
    const evidence = statedEvidence(amendment);
    if (share === undefined) changed.set(code, { code, via, evidence, seedKind: null });
    else fresh.set(code, { ...share, via, evidence, seedKind: null });
  }
  const placed = [...fresh.values()].map((share) => withFirstTouch(client, key, share));
  foldShares(new SqliteForestStore(client, key, hourly), placed, [...changed.values()], room);
  touches.write(client, key);
  hourly.write(client, key);
}

function newShare(event: FoldedEvent, code: string): NewShare {
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

function withFirstTouch(
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
