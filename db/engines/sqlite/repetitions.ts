import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { Delivery, RefusedEvent } from "#db/engines/event-store.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { compareRecords, isConflict, isShareRecord } from "#lib/domain/event-record.ts";
import { claimRecord } from "./claim-record.ts";
import type { DepthBound } from "./depth-bound.ts";
import type { ChangedEvent } from "./fold-events.ts";
import { microsOf } from "./micros-of.ts";
import type { OnlineRefusals } from "./online-refusals.ts";
import type { RecordWriter } from "./record-writer.ts";
import {
  eventOf,
  KEPT,
  LENDS,
  Records,
  reserveNumber,
  type Standing,
  type StoredRecord,
  standingAmong,
} from "./records.ts";

type Candidate = Pick<StoredRecord, "event" | "importId">;

/** Records of events that are known already, as a batch brings them. */
export class Repetitions {
  /** Records so far that contradict those of their name. */
  conflicts = 0;
  private readonly records: Records;
  /** Events of the batch by their names, once one is asked for: what they say may change before they are folded. */
  private places: Map<string, number> | null = null;
  private readonly changed = new Map<string, { readonly before: CampaignEvent; after: CampaignEvent }>();

  constructor(
    private readonly client: Database.Database,
    private readonly key: CampaignKey,
    private readonly batch: {
      readonly delivery: Delivery;
      readonly writer: RecordWriter;
      readonly accepted: CampaignEvent[];
      readonly depths: DepthBound;
      readonly refusals: OnlineRefusals | null;
    },
  ) {
    this.records = new Records(client, key);
  }

  noteAccepted(event: CampaignEvent): void {
    this.places?.set(nameOf(event), this.batch.accepted.length);
    this.batch.accepted.push(event);
  }

  /** What events that were folded before say otherwise by now. */
  changes(): ChangedEvent[] {
    return [...this.changed.values()];
  }

  /**
   * Takes in a record of an event that has one. Costs a look-up, and the fold what changes.
   * @returns why it may not be; null when it is stored as far as it can ever matter
   */
  take(said: CampaignEvent): RefusedEvent["reason"] | null {
    // As the journal would give it back.
    const event = { ...said, value: said.value === null ? null : microsOf(said.value) / 1e6 };
    const { delivery } = this.batch;
    const known = this.records.standing(event);
    if (known === null) return null;
    const { kept, parent } = known;
    for (const record of [kept, parent]) {
      if (record === null || compareRecords(record.event, event) !== 0) continue;
      claimRecord(this.client, this.key, record, delivery.importId);
      return null;
    }
    if (isConflict(kept.event, event) && (parent === null || isConflict(parent.event, event)))
      this.conflicts += 1;
    // Anybody can open a page: what it says again of an event moves nothing.
    if (delivery.fromPage) return null;
    const { importId } = delivery;
    const all: Candidate[] = [kept, { event, importId }];
    const next = standingAmong(parent === null ? all : [...all, parent]);
    if (next === null) return null;
    if (next.kept.event === kept.event && next.parent?.event === parent?.event) this.reserve(known, event);
    else return this.change(known, next, event);
    return null;
  }

  /** Keeps what may be needed when a record before it is taken back. */
  private reserve(known: Standing<StoredRecord>, event: CampaignEvent): void {
    const { kept, parent } = known;
    const mayLend = isShareRecord(event) && event.via !== null && kept.event.via === null;
    // Nothing takes back what no import brought.
    if (kept.importId === null && !(mayLend && parent !== null && parent.importId !== null)) return;
    const number = reserveNumber(event);
    if (this.batch.writer.insert(event, number)) return;
    const copy = this.records.numbered(event, number);
    if (copy !== undefined) claimRecord(this.client, this.key, copy, this.batch.delivery.importId);
  }

  private change(
    known: Standing<StoredRecord>,
    next: Standing<Candidate>,
    event: CampaignEvent,
  ): RefusedEvent["reason"] | null {
    const { writer } = this.batch;
    const [before, after] = [eventOf(known), eventOf(next)];
    const fault = this.moveShare(before, after);
    if (fault !== null) return fault;
    for (const record of [known.kept, known.parent]) {
      if (record === null || record.event === next.kept.event) continue;
      const lends = record.event === next.parent?.event;
      // By a new number, even if nobody needs it: so whoever counts what comes sees that something counts no more.
      this.records.become(record, lends ? LENDS : reserveNumber(record.event), writer.takeNumber());
    }
    if (next.kept.event === event) writer.insert(event, KEPT);
    else {
      writer.insert(event, LENDS);
      this.records.become(known.kept, KEPT, writer.takeNumber());
    }
    this.note(before, after);
    this.batch.depths.noteTouch(after);
    return null;
  }

  /** Judges where a share would hang, as of one that is new. */
  private moveShare(before: CampaignEvent, after: CampaignEvent): RefusedEvent["reason"] | null {
    const { code } = after;
    if (code === null || !isShareRecord(after)) return null;
    const { depths, refusals } = this.batch;
    const via = depths.viaOfShare(after);
    if (via === depths.viaOfShare(before)) return null;
    if (via !== null && refusals?.closesLoopBelow(code, via)) return "loop";
    const place = depths.fit(code, via);
    if (place === null) return "too-deep";
    depths.add(place);
    refusals?.note(code, via);
    return null;
  }

  private note(before: CampaignEvent, after: CampaignEvent): void {
    const { accepted } = this.batch;
    this.places ??= new Map(accepted.map((event, place) => [nameOf(event), place]));
    const name = nameOf(after);
    const place = this.places.get(name);
    const known = this.changed.get(name);
    if (place !== undefined) accepted[place] = after;
    else if (known !== undefined) known.after = after;
    else this.changed.set(name, { before, after });
  }
}

function nameOf(event: CampaignEvent): string {
  return isShareRecord(event) ? `share ${event.code}` : `event ${event.id}`;
}
