import type { FoldRoom } from "#lib/cascade/forest-store.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { CampaignKey } from "./campaign-key.ts";

/** Where a batch comes from. */
export interface Delivery {
  readonly source: string;
  readonly importId: number | null;
  /** UTC milliseconds. */
  readonly receivedAt: number;
  /** As it happens, from whoever may reach the collector. Then what a file's repair would cut is refused (METRICS §0). */
  readonly online: boolean;
  /** From a page, which anybody can open: what it says again, or of a share that is known, changes nothing. */
  readonly fromPage?: boolean;
  /**
   * How many shares that are stored may be read and moved for it, what it uses is taken off; as many as it takes where
   * there is none. What goes beyond is held back: it stands by itself until it is settled.
   */
  readonly room?: FoldRoom;
}

/**
 * An event that was not taken in: of an online batch, or one that would stand, or take others, deeper in a tree than
 * DEPTH_MAX.
 */
export interface RefusedEvent {
  /** Its place in the batch. */
  readonly index: number;
  readonly reason: "loop" | "code-taken" | "too-deep";
}

/** What became of each event of a batch: accepted + duplicate + those refused = received. */
export interface Receipt {
  readonly accepted: number;
  readonly duplicate: number;
  /** Places of the duplicates in the batch, ascending. */
  readonly repeated: readonly number[];
  /** Duplicates that say something else than the record of their name: another person, parent or worth. */
  readonly conflicts: number;
  readonly refused: readonly RefusedEvent[];
}

/** How far taking back an import has come. */
export interface RetractionStep {
  /** How long the step held the write lock; 0 where it only read. */
  readonly heldMs: number;
  /** Events taken back so far. */
  readonly done: number;
  /** Those and the events that are known to be left; 0 before they are counted. */
  readonly total: number;
}

/** One step of settling. */
export interface SettlingStep {
  /** How long it held the write lock. */
  readonly heldMs: number;
}

/**
 * The journal of events and all that is derived from it. An engine implements this and passes `contract.ts`.
 * What is derived depends on the set of accepted events alone: not on their order, batching or repetition.
 */
export interface EventStore {
  /**
   * Stores events, durably and each once, and folds them; all of the batch or nothing of it. Of the records of one
   * event the one that comes first by what it says is kept (METRICS §0); the others are counted as duplicates.
   */
  append(key: CampaignKey, events: readonly CampaignEvent[], delivery: Delivery): Receipt;
  /**
   * Takes back the events of one import and all that was derived of them, a step at a time; the import must bring
   * nothing more. What another import brought too stays, as that one's, and what came otherwise too stays for good.
   *
   * Each step is a transaction of its own and holds other writers up for some twenty milliseconds; events may come in
   * between, and somebody else may take back another import, or this one. After each, what is derived is that of the
   * events that are left, but for subtrees too large for one step: pieces of those stand as orphans until the end.
   * Whoever stops asking leaves the rest in place, and can begin again.
   * @param now milliseconds, of a clock that only goes forward
   */
  retract(key: CampaignKey, importId: number, now: () => number): Iterable<RetractionStep>;
  /** Campaigns with shares that are held back, of every workspace. */
  listUnsettled(): CampaignKey[];
  /** How many shares are held back, in every workspace. */
  countHeldBack(): number;
  /**
   * Puts what was held back where it belongs, a step at a time, until what is derived is that of the events again. Each
   * step is as one of `retract`, and whoever stops asking can begin again.
   * @param now milliseconds, of a clock that only goes forward
   */
  settle(key: CampaignKey, now: () => number): Iterable<SettlingStep>;
  /** Drops all that is derived of a campaign and folds its journal again. */
  rebuild(key: CampaignKey): void;
  /** SHA-256, in hex, over all that is derived of a campaign: equal digests mean equal rows. */
  digest(key: CampaignKey): string;
}
