import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import { Pruning } from "#lib/cascade/pruning.ts";
import type { ChangedVia } from "#lib/cascade/rebuild-cascades.ts";
import type { SeedKind } from "#lib/domain/event.ts";
import { amendmentOf } from "./amendment-of.ts";
import type { CascadeSurveys } from "./cascade-surveys.ts";
import type { Amendment } from "./fold-events.ts";
import { HourlyTally } from "./hourly-tally.ts";
import type { PersonFact, PersonFacts, Touch } from "./person-facts.ts";
import type { JournalEvent } from "./retracted-events.ts";
import { SqliteForestStore } from "./sqlite-forest-store.ts";
import { TouchTally } from "./touch-tally.ts";

const TOUCH_OF = `SELECT touch_at AS at, touch_id AS id, touch_via AS via FROM persons
  WHERE workspace_id = ? AND campaign_id = ? AND person = ? AND touch_at IS NOT NULL`;
const OPEN_SHARES = `SELECT code, via, at FROM shares INDEXED BY shares_open
  WHERE workspace_id = ? AND campaign_id = ? AND person = ?
    AND seed_kind IS NULL AND (evidence IS NULL OR evidence = 'touch')`;
const SEED_KIND = `SELECT seed_kind FROM journal
  WHERE workspace_id = ? AND campaign_id = ? AND event_id = ? AND amends = 0`;
const LESSEN = `UPDATE persons SET shares = shares - ?, visits = visits - ?, conversions = conversions - ?,
    first_at = ?, last_at = ?, touch_at = ?, touch_id = ?, touch_via = ?
  WHERE workspace_id = ? AND campaign_id = ? AND person = ?`;
const FORGET_PERSON = "DELETE FROM persons WHERE workspace_id = ? AND campaign_id = ? AND person = ?";
const FORGET_EVENT = "DELETE FROM journal WHERE workspace_id = ? AND campaign_id = ? AND seq = ?";

/** What an event did to persons, and by whose word. */
interface Effect extends PersonFact {
  readonly event: JournalEvent;
  readonly amendment: Amendment | null;
  /** Whether it stands for somebody's arrival. */
  readonly arrives: boolean;
}

/**
 * Takes events out of the journal and out of all that was derived of them: the fold, backwards. Within the caller's
 * transaction; each event is gone with all that it did, or is there as before.
 */
export class Unfolding {
  private readonly key: readonly [number, number];
  private readonly hourly = new HourlyTally();
  private readonly touches = new TouchTally();
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
    this.key = [campaign.workspaceId, campaign.campaignId];
    const store = new SqliteForestStore(client, campaign, this.hourly, of.surveys);
    this.pruning = new Pruning(store, of.room);
  }

  /** Whether the room is used up. */
  get isFull(): boolean {
    return this.pruning.work + 4 * this.events >= this.of.room;
  }

  /** False when the event does not fit into the room that is left: ask again in another unfolding. */
  takeBack(event: JournalEvent): boolean {
    this.events += 1;
    const amendment = event.amends ? amendmentOf(this.client, this.campaign, event) : null;
    if (event.label !== null && !event.amends)
      this.hourly.add(event.occurredAt, event.label, event.channel ?? "", 0, -1);
    else if (!event.amends || amendment !== null) {
      const { person, occurredAt: at } = amendment ?? event;
      const arrives = event.kind === "visit" || event.arrives;
      if (!this.unfold({ person, at, id: event.id, seq: event.seq, event, amendment, arrives })) return false;
    }
    prepare(this.client, FORGET_EVENT).run(...this.key, event.seq);
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

  private unfold(effect: Effect): boolean {
    const { event, amendment } = effect;
    const touch = this.touchAfter(effect);
    const changes = this.changedLinks(effect, touch);
    for (const change of changes) if (!this.pruning.lighten(change)) return false;
    if (
      event.kind === "share" &&
      amendment === null &&
      event.code !== null &&
      !this.pruning.remove(event.code)
    )
      return false;
    for (const change of changes) this.pruning.relink(change);
    this.countBack(effect);
    this.lessen(effect, touch);
    return true;
  }

  /** The person's first touch when the event is gone; undefined when it stays as it is. */
  private touchAfter({ event, person, seq, id, arrives }: Effect): Touch | null | undefined {
    if (!arrives || !event.verified || event.via === null) return undefined;
    const known = this.touchOf(person);
    return known?.id === id ? this.of.facts.touchWithout({ person, seq }) : undefined;
  }

  private touchOf(person: string): Touch | undefined {
    return prepare(this.client, TOUCH_OF).get(...this.key, person) as Touch | undefined;
  }

  /** Shares that hang elsewhere, or on nothing, when the event is gone. */
  private changedLinks({ event, person, amendment }: Effect, touch: Touch | null | undefined): ChangedVia[] {
    const changes: ChangedVia[] = [];
    if (touch !== undefined)
      for (const open of prepare(this.client, OPEN_SHARES).all(...this.key, person) as OpenShare[]) {
        const change = openLink(open, touch);
        if (change.via !== open.via) changes.push(change);
      }
    if (amendment === null) return changes;
    const { code, occurredAt: at } = amendment;
    const seedKind = prepare(this.client, SEED_KIND)
      .pluck()
      .get(...this.key, event.id) as SeedKind | null;
    const open = openLink({ code, at }, touch === undefined ? (this.touchOf(person) ?? null) : touch);
    changes.push(seedKind === null ? open : { code, via: null, evidence: null, seedKind });
    return changes;
  }

  private countBack({ event, amendment, arrives }: Effect): void {
    const { kind, via, valueMicros } = event;
    const { channel, occurredAt: at } = amendment ?? event;
    if (arrives && via !== null) this.touches.addVisit(via, -1);
    if (kind === "conversion" && via !== null) this.touches.addConversion(via, valueMicros ?? 0, -1);
    if (kind !== "share") this.hourly.add(at, kind, channel ?? "", 0, -1);
    else if (arrives) this.hourly.add(at, "visit", channel ?? "", 0, -1);
  }

  private lessen(
    { event, amendment, arrives, person, at, id, seq }: Effect,
    touch: Touch | null | undefined,
  ): void {
    // One that stands for no arrival says nothing of the person, and nothing is known of them.
    if (amendment !== null && !arrives) return;
    const { facts } = this.of;
    facts.forget({ person, at, id, seq });
    const bounds = facts.boundsOf(person);
    if (bounds === null) {
      prepare(this.client, FORGET_PERSON).run(...this.key, person);
      return;
    }
    const left = touch === undefined ? this.touchOf(person) : touch;
    prepare(this.client, LESSEN).run(
      event.kind === "share" && amendment === null ? 1 : 0,
      arrives ? 1 : 0,
      event.kind === "conversion" ? 1 : 0,
      ...[bounds.firstAt, bounds.lastAt],
      ...[left?.at ?? null, left?.id ?? null, left?.via ?? null],
      ...this.key,
      person,
    );
  }
}

interface OpenShare {
  readonly code: string;
  readonly via: string | null;
  readonly at: number;
}

/** The link of a share that states none: the person's first touch, if that was before it. */
function openLink({ code, at }: Pick<OpenShare, "code" | "at">, touch: Touch | null): ChangedVia {
  const via = touch !== null && touch.at <= at ? touch.via : null;
  return { code, via, evidence: via === null ? null : "touch", seedKind: null };
}
