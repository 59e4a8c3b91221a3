import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { EVENT_READS } from "#db/engines/registry.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { EventFault } from "#lib/domain/event-fault.ts";
import { isShareRecord } from "#lib/domain/event-record.ts";
import type { DryRunReport } from "#lib/domain/import.ts";
import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import { addIntake } from "./add-intake.ts";
import type { RowBatch } from "./batch-rows.ts";
import { NO_COUNTS } from "./no-counts.ts";
import { type Repetition, ScratchIndex } from "./scratch-index.ts";

const CHANNELS_MAX = 20;

type FaultCount = DryRunReport["faults"][number];

/** Counts what importing rows would do to a campaign, reading its journal and writing nothing to it. */
export class FileSurvey {
  private readonly scratch = new ScratchIndex();
  private readonly kinds: Record<string, number> = {};
  private readonly faults = new Map<string, FaultCount>();
  private tally = NO_COUNTS;
  private seeds = 0;
  private marked = 0;
  private conflicts = 0;
  private firstAt: number | null = null;
  private lastAt: number | null = null;

  constructor(
    private readonly db: IntisharDatabase,
    private readonly key: CampaignKey,
  ) {}

  get counts(): DryRunReport["counts"] {
    return this.tally;
  }

  add({ events, faulty, marked }: Pick<RowBatch, "events" | "faulty" | "marked">): void {
    this.marked += marked;
    for (const { fault } of faulty) this.addFault(fault);
    const counted = this.readTogether(() => this.countEvents(events));
    this.tally = addIntake(this.tally, { ...counted, faulty: faulty.length });
  }

  report(): DryRunReport {
    const { orphans, seeds } = this.readTogether(() => this.countMissing());
    return {
      counts: this.tally,
      kinds: { ...this.kinds },
      seeds: this.seeds + seeds,
      conflicts: this.conflicts,
      orphans,
      firstAt: this.firstAt,
      lastAt: this.lastAt,
      channels: this.scratch.listChannels(CHANNELS_MAX),
      faults: [...this.faults.values()].sort((a, b) => b.rows - a.rows),
      marked: this.marked,
    };
  }

  close(): void {
    this.scratch.close();
  }

  /** Without a transaction around them, every single read would take and give back the file's lock. */
  private readTogether<T>(work: () => T): T {
    return this.db.$client.transaction(work).deferred();
  }

  private countEvents(events: readonly CampaignEvent[]): { accepted: number; duplicate: number } {
    let accepted = 0;
    const channels = new Map<string, number>();
    for (const event of events) {
      if (this.isKnown(event)) continue;
      accepted += 1;
      this.addEvent(event, channels);
    }
    for (const [channel, shares] of channels) this.scratch.addChannel(channel, shares);
    return { accepted, duplicate: events.length - accepted };
  }

  /** The rule of `appendEvents`: a share counts once by its code, any other event by its id. */
  private isKnown(event: CampaignEvent): boolean {
    const repetition = this.repetitionOf(event);
    if (repetition === "other") this.conflicts += 1;
    return repetition !== "new";
  }

  private repetitionOf(event: CampaignEvent): Repetition {
    const { id, code } = event;
    const isShare = isShareRecord(event);
    const { journal } = EVENT_READS;
    if (isShare ? this.isStoredShare(code ?? "") : journal.isKnownEvent(this.db, this.key, id))
      return journal.isSameEvent(this.db, this.key, event) ? "same" : "other";
    const content = saidBy(event);
    return isShare ? this.scratch.addShare(code ?? "", content) : this.scratch.addEvent(id, content);
  }

  private isStoredShare(code: string): boolean {
    return EVENT_READS.shares.isKnownShare(this.db, this.key, code);
  }

  private addEvent({ kind, via, channel, occurredAt, label }: CampaignEvent, channels: Map<string, number>) {
    this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
    this.firstAt = Math.min(this.firstAt ?? occurredAt, occurredAt);
    this.lastAt = Math.max(this.lastAt ?? occurredAt, occurredAt);
    if (kind !== "share" || label !== null) return;
    if (via === null) this.seeds += 1;
    else this.scratch.addParent(via);
    if (channel !== null) channels.set(channel, (channels.get(channel) ?? 0) + 1);
  }

  private addFault({ field, reason }: EventFault): void {
    const key = `${field}:${reason}`;
    this.faults.set(key, { field, reason, rows: (this.faults.get(key)?.rows ?? 0) + 1 });
  }

  /** Shares whose stated parent is nowhere: orphans, but for those of which that makes seeds. */
  private countMissing(): { orphans: number; seeds: number } {
    const missing = { orphans: 0, seeds: 0 };
    for (const { code, shares } of this.scratch.listMissingParents())
      if (!this.isStoredShare(code)) missing[mayBeSeed(code) ? "seeds" : "orphans"] += shares;
    return missing;
  }
}

/** What makes a record another than one of the same name: who did what, brought by whom, worth what. */
function saidBy({ kind, person, via, code, value }: CampaignEvent): string {
  return `${kind}\n${person}\n${via ?? ""}\n${code ?? ""}\n${value ?? ""}`;
}
