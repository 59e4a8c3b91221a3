import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { compareRecords, contentOf, isShareRecord, withParentOf } from "#lib/domain/event-record.ts";

/** What a record is to its event. */
export const KEPT = 0;
export const LENDS = 1;

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";
const SELECT = `SELECT seq, amends, import_id AS importId, event_id AS id, kind, person, via, arrives, code, channel, mode,
    seed_kind AS seedKind, variant, occurred_at AS occurredAt, value_micros / 1e6 AS value, currency, role, score,
    attributes, verified, label
  FROM journal`;
/** Named, since without its own index each would be a walk through the campaign. */
const OF_SHARE = `INDEXED BY journal_share WHERE ${CAMPAIGN} AND code = ? AND kind = 'share' AND label IS NULL`;
const OF_OTHER = `INDEXED BY journal_event WHERE ${CAMPAIGN} AND event_id = ? AND (kind <> 'share' OR label IS NOT NULL)`;
const STANDING = "AND amends <= 1 ORDER BY amends";
const ONE = "AND amends = ?";
const RESERVE = "AND amends >= 1 AND seq <> ?";
const RECORD = `WHERE ${CAMPAIGN} AND seq = ?`;
const SET_NUMBER = `UPDATE journal SET amends = ? ${RECORD}`;
const COLUMNS = `event_id, kind, person, via, arrives, code, channel, mode, seed_kind, variant, occurred_at, received_at,
  value_micros, currency, role, score, attributes, verified, label, source, import_id`;
const NEXT_NUMBER = `SELECT coalesce(max(seq), 0) + 1 FROM journal WHERE ${CAMPAIGN}`;
const COPY = `INSERT INTO journal (workspace_id, campaign_id, seq, amends, ${COLUMNS})
  SELECT workspace_id, campaign_id, ?, -1, ${COLUMNS} FROM journal ${RECORD}`;
const MOVE_CLAIMS = `UPDATE journal_claims SET seq = ? ${RECORD}`;
const FORGET = `DELETE FROM journal ${RECORD}`;

/** What the records of an event have in common, or tells them from those of others. */
export type EventName = Pick<CampaignEvent, "id" | "kind" | "code" | "label">;

/** A record as the journal has it. */
export interface StoredRecord {
  readonly seq: number;
  readonly amends: number;
  /** The import that may take it back; null when nobody may. */
  readonly importId: number | null;
  readonly event: CampaignEvent;
}

/** What an event rests on. */
export interface Standing<R> {
  readonly kept: R;
  /** The record that lends its parent; null where the kept one states its own, or none does. */
  readonly parent: R | null;
}

/** An event as its records say it. */
export function eventOf({ kept, parent }: Standing<Pick<StoredRecord, "event">>): CampaignEvent {
  return withParentOf(kept.event, parent?.event ?? null);
}

/** What an event rests on of some of its records; null of none. */
export function standingAmong<R extends Pick<StoredRecord, "event">>(
  records: readonly R[],
): Standing<R> | null {
  const [kept, ...rest] = [...records].sort((a, b) => compareRecords(a.event, b.event));
  if (kept === undefined) return null;
  if (!isShareRecord(kept.event) || kept.event.via !== null) return { kept, parent: null };
  return { kept, parent: rest.find(({ event }) => event.via !== null) ?? null };
}

/** The number of a record that is neither kept nor lends: equal ones of one event have equal numbers. */
export function reserveNumber(event: CampaignEvent): number {
  return 2 + createHash("sha256").update(contentOf(event)).digest().readUIntBE(0, 6);
}

/** The records of a campaign's events in its journal. Within the caller's transaction. */
export class Records {
  private readonly key: readonly [number, number];

  constructor(
    private readonly client: Database.Database,
    { workspaceId, campaignId }: CampaignKey,
  ) {
    this.key = [workspaceId, campaignId];
  }

  /** What the event of a record rests on; null where none of it is known. */
  standing(event: EventName): Standing<StoredRecord> | null {
    const [kept, parent = null] = this.list(event, STANDING);
    return kept === undefined || kept.amends !== KEPT ? null : { kept, parent };
  }

  /** A record of the same event by its number. */
  numbered(event: EventName, amends: number): StoredRecord | undefined {
    return this.list(event, ONE, amends)[0];
  }

  /** Records that are not kept, but for the one with number `seq` in the journal. */
  reserve(event: EventName, seq: number): StoredRecord[] {
    return this.list(event, RESERVE, seq);
  }

  /** Makes a record another thing to its event, by a new number of the journal: whoever reads on from an older one finds it. */
  become({ seq }: StoredRecord, amends: number, number = this.nextNumber()): number {
    prepare(this.client, COPY).run(number, ...this.key, seq);
    prepare(this.client, MOVE_CLAIMS).run(number, ...this.key, seq);
    this.forget(seq);
    prepare(this.client, SET_NUMBER).run(amends, ...this.key, number);
    return number;
  }

  private nextNumber(): number {
    return prepare(this.client, NEXT_NUMBER)
      .pluck()
      .get(...this.key) as number;
  }

  forget(seq: number): void {
    prepare(this.client, FORGET).run(...this.key, seq);
  }

  private list(event: EventName, which: string, ...more: number[]): StoredRecord[] {
    const [of, name] = isShareRecord(event) ? [OF_SHARE, event.code] : [OF_OTHER, event.id];
    const rows = prepare(this.client, `${SELECT} ${of} ${which}`).all(
      ...this.key,
      name,
      ...more,
    ) as StoredRow[];
    return rows.map(({ seq, amends, importId, attributes, arrives, verified, ...row }) => ({
      ...{ seq, amends, importId },
      event: {
        ...row,
        arrives: arrives === 1,
        verified: verified === 1,
        attributes: attributes === null ? null : JSON.parse(attributes),
      },
    }));
  }
}

type StoredRow = Omit<StoredRecord, "event"> &
  Omit<CampaignEvent, "arrives" | "verified" | "attributes"> & {
    readonly arrives: number;
    readonly verified: number;
    readonly attributes: string | null;
  };
