import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { RetractionStep } from "#db/engines/event-store.ts";
import { prepare } from "#db/prepare.ts";
import { CascadeSurveys } from "./cascade-surveys.ts";
import { heldBackShares } from "./held-back-shares.ts";
import { JournalChanged, PersonFacts } from "./person-facts.ts";
import { RetractedEvents } from "./retracted-events.ts";
import type { Retraction } from "./retraction.ts";
import { surveyedSlice } from "./surveyed-slice.ts";
import { Unfolding } from "./unfold-events.ts";
import { WriteSlices } from "./write-slices.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";
const UNCLAIM = `DELETE FROM journal_claims WHERE ${CAMPAIGN} AND import_id = ? AND seq IN (
  SELECT seq FROM journal_claims WHERE ${CAMPAIGN} AND import_id = ? LIMIT ?)`;
/** An event that another import brought too becomes the first such import's, and who owns it needs no claim. */
const HAND_OVER = `UPDATE journal SET import_id = ? WHERE ${CAMPAIGN} AND seq = ?`;
const SETTLE_CLAIM = `DELETE FROM journal_claims WHERE import_id = ? AND ${CAMPAIGN} AND seq = ?`;

const AT_ONCE = 64;
/** What another undo at the same time holds back is for that one to hang back. */
const MOST_PASSES = 10;

let retractions = 0;

/**
 * Takes an import back, a slice at a time; see `EventStore.retract`. Each slice removes events from the journal and all
 * that the fold made of them. What the slices need to know of the whole campaign is read between them, without the
 * write lock, and brought up to date within it.
 * @param now milliseconds, of a clock that only goes forward
 */
export function* retractEvents(
  client: Database.Database,
  key: CampaignKey,
  importId: number,
  now: () => number,
): Generator<RetractionStep> {
  retractions += 1;
  const slices = new WriteSlices(client, now);
  const retracting = new Retracting(client, { ...key, importId, number: retractions }, slices);
  try {
    yield* retracting.unclaim();
    yield* retracting.takeBack();
    yield* retracting.mend();
  } finally {
    retracting.clear();
    slices.end();
  }
}

class Retracting {
  private readonly events: RetractedEvents;
  private readonly facts: PersonFacts;
  readonly surveys: CascadeSurveys;
  private readonly key: readonly [number, number];
  private done = 0;
  private total = 0;

  constructor(
    private readonly client: Database.Database,
    private readonly retraction: Retraction,
    readonly slices: WriteSlices,
  ) {
    this.events = new RetractedEvents(client, retraction);
    this.facts = new PersonFacts(client, retraction);
    this.surveys = new CascadeSurveys(client, retraction);
    this.key = [retraction.workspaceId, retraction.campaignId];
  }

  /** From here on no event becomes this import's. */
  *unclaim(): Generator<RetractionStep> {
    const own = [...this.key, this.retraction.importId];
    for (let claims = 1; claims > 0; ) {
      this.slices.write(() => {
        claims = prepare(this.client, UNCLAIM).run(...own, ...own, this.slices.room).changes;
      });
      yield this.step();
    }
  }

  *takeBack(): Generator<RetractionStep> {
    // What took another's place meanwhile stands under a new number: it is looked for again until nothing is found.
    for (let before = -1; this.done > before; ) {
      before = this.done;
      yield* this.takeKnown();
    }
  }

  private *takeKnown(): Generator<RetractionStep> {
    for (let isKnown = false; !isKnown || this.done < this.total; ) {
      try {
        if (!isKnown) yield* this.gather();
        isKnown = true;
        if (this.done < this.total) this.takeSlice();
        yield this.step();
      } catch (error) {
        if (!(error instanceof JournalChanged)) throw error;
        isKnown = false;
      }
    }
  }

  /** Hangs back what was too large to be moved at once, here or in an undo that was broken off. */
  *mend(): Generator<RetractionStep> {
    for (let pass = 0, found = true; found && pass < MOST_PASSES; pass += 1) {
      found = false;
      for (const codes of heldBackShares(this.client, this.retraction)) {
        found ||= codes.length > 0;
        yield this.step();
        while (codes.length > 0) {
          let hung = 0;
          this.slice((unfolding) => {
            hung = this.mendSome(unfolding, codes);
          });
          codes.splice(0, hung);
          yield this.step();
        }
      }
    }
  }

  clear(): void {
    this.events.clear();
    this.facts.clear();
  }

  private *gather(): Generator<RetractionStep> {
    for (const _ of this.events.gather()) yield this.step();
    const left = this.events.count();
    if (left > 0) for (const _ of this.facts.gather()) yield this.step();
    this.total = this.done + left;
  }

  private takeSlice(): void {
    let settled = 0;
    let newest: ReturnType<PersonFacts["newestRecord"]>;
    this.slice((unfolding) => {
      this.facts.catchUp();
      settled = this.takeSome(unfolding);
      newest = this.facts.newestRecord();
    });
    this.facts.committed(newest);
    this.done += settled;
  }

  /** @returns how many events are settled */
  private takeSome(unfolding: Unfolding): number {
    let settled = 0;
    for (;;) {
      const events = this.events.next(AT_ONCE);
      if (events.length === 0) return settled;
      for (const { place, event, heir } of events) {
        if (event !== null && heir !== null) this.handOver(event.seq, heir);
        else if (event !== null && !unfolding.takeBack(event)) return settled;
        this.events.settle(place);
        settled += 1;
        if (unfolding.isFull || this.slices.isOver || settled >= this.slices.room) return settled;
      }
    }
  }

  /** @returns how many are hung back, from the first on */
  private mendSome(unfolding: Unfolding, codes: readonly string[]): number {
    let hung = 0;
    for (const code of codes) {
      if (!unfolding.mend(code)) return hung;
      hung += 1;
      if (unfolding.isFull || this.slices.isOver) return hung;
    }
    return hung;
  }

  private handOver(seq: number, heir: number): void {
    prepare(this.client, HAND_OVER).run(heir, ...this.key, seq);
    prepare(this.client, SETTLE_CLAIM).run(heir, ...this.key, seq);
  }

  private slice(work: (unfolding: Unfolding) => void): void {
    surveyedSlice(this.client, this.retraction, this, (surveys) => {
      const of = { facts: this.facts, surveys, room: this.slices.room };
      const unfolding = new Unfolding(this.client, this.retraction, of);
      work(unfolding);
      unfolding.write();
    });
  }

  private step(): RetractionStep {
    return { heldMs: this.slices.takeLongest(), done: this.done, total: this.total };
  }
}
