import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { Pruning } from "#lib/cascade/pruning.ts";
import type { ChangedVia } from "#lib/cascade/rebuild-cascades.ts";
import { restateShare } from "#lib/cascade/restate-share.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { isShareRecord } from "#lib/domain/event-record.ts";
import type { CascadeSurveys } from "./cascade-surveys.ts";
import { countEvent, newShare } from "./fold-events.ts";
import { HourlyTally } from "./hourly-tally.ts";
import type { PersonFacts } from "./person-facts.ts";
import { eventOf, KEPT, LENDS, Records, type Standing, type StoredRecord, standingAmong } from "./records.ts";
import type { JournalRecord } from "./retracted-events.ts";
import { SqliteForestStore } from "./sqlite-forest-store.ts";
import { TouchTally } from "./touch-tally.ts";
import { PersonUnfolding } from "./unfold-persons.ts";

/** What an event was, and what it is when a record of it is gone: null when it is gone itself. */
export interface UnfoldedEvent {
  readonly before: CampaignEvent;
  readonly after: CampaignEvent | null;
  /** Number of the record that it rests on. */
  readonly seq: number;
}

/**
 * Takes records out of the journal and out of all that was derived of them: the fold, backwards. Within the caller's
 * transaction; each record is gone with all that it did, or is there as before.
 */
export class Unfolding {
  private readonly hourly = new HourlyTally();
  private readonly touches = new TouchTally();
  private readonly records: Records;
  private readonly persons: PersonUnfolding;
  private readonly store: SqliteForestStore;
  private readonly pruning: Pruning;
  private events = 0;

  /** @param room how many shares may be moved at once, and about how many rows written in all */
  constructor(
    private readonly client: Database.Database,
    private readonly campaign: CampaignKey,
    private readonly of: {
      readonly facts: PersonFacts;
      readonly surveys: CascadeSurveys;
      readonly room: number;
    },
  ) {
    this.records = new Records(client, campaign);
    this.persons = new PersonUnfolding(client, campaign, of.facts);
    this.store = new SqliteForestStore(client, campaign, this.hourly, of.surveys);
    this.pruning = new Pruning(this.store, of.room);
  }

  /** Whether the room is used up. */
  get isFull(): boolean {
    return this.pruning.work + 4 * this.events >= this.of.room;
  }

  /** False when the record does not fit into the room that is left: ask again in another unfolding. */
  takeBack(record: JournalRecord): boolean {
    this.events += 1;
    const { seq, amends } = record;
    const standing = amends > LENDS ? null : this.records.standing(record);
    if (standing === null) {
      this.records.forget(seq);
      return true;
    }
    const reserve = this.records.reserve(record, seq);
    const next = standingAmong(amends === LENDS ? [standing.kept, ...reserve] : reserve);
    const after = next === null ? null : eventOf(next);
    const unfolded = { before: eventOf(standing), after, seq: standing.kept.seq };
    const changes = this.changedLinks(unfolded);
    for (const change of changes) if (!this.pruning.lighten(change)) return false;
    if (!this.removeShare(unfolded)) return false;
    this.records.forget(seq);
    this.unfold(unfolded, changes, next);
    return true;
  }

  /** Hangs a share back that stands as an orphan though its parent is known. False when it does not fit. */
  mend(code: string): boolean {
    return this.pruning.mend(code);
  }

  write(): void {
    this.pruning.flush();
    this.touches.write(this.client, this.campaign);
    this.hourly.write(this.client, this.campaign);
  }

  /** Shares that hang elsewhere, or on nothing, from now on. */
  private changedLinks(unfolded: UnfoldedEvent): ChangedVia[] {
    const { before, after } = unfolded;
    const own = isShareRecord(before) ? before.code : null;
    const changes = this.persons.changedLinks(unfolded).filter(({ code }) => code !== own);
    if (own === null || after === null) return changes;
    const share = this.persons.linkOf(newShare(after, own), unfolded);
    if (share.via !== this.store.readShare(own)?.via) changes.push(share);
    return changes;
  }

  /** False when it does not fit. */
  private removeShare({ before, after }: UnfoldedEvent): boolean {
    return (
      after !== null || !isShareRecord(before) || before.code === null || this.pruning.remove(before.code)
    );
  }

  private unfold(
    unfolded: UnfoldedEvent,
    changes: readonly ChangedVia[],
    next: Standing<StoredRecord> | null,
  ): void {
    const { before, after } = unfolded;
    const tallies = { hourly: this.hourly, touches: this.touches };
    if (after !== null && isShareRecord(after) && after.code !== null) {
      this.pruning.flush();
      restateShare(this.store, this.persons.linkOf(newShare(after, after.code), unfolded));
    }
    for (const change of changes) this.pruning.relink(change);
    countEvent(before, -1, tallies);
    if (after !== null) countEvent(after, 1, tallies);
    this.persons.apply(unfolded, next === null ? null : this.promote(next));
  }

  /** @returns the number of the record that is kept now */
  private promote({ kept, parent }: Standing<StoredRecord>): number {
    if (parent !== null && parent.amends !== LENDS) this.records.become(parent, LENDS);
    return this.records.become(kept, KEPT);
  }
}
