import { setTimeout as wait } from "node:timers/promises";
import type { Intake } from "#db/intake/intake.ts";
import { isBusyError, isMalformedError, isStorageError } from "#db/storage-error.ts";
import type { IntakeResult } from "#lib/domain/intake.ts";
import { type Answer, type Waiting, WaitingLines } from "./waiting-lines.ts";

export interface CommitQueueOptions {
  /** Stores all or none; throws what SQLite throws. */
  readonly commit: (intakes: readonly Intake[]) => IntakeResult[][];
  readonly maxEvents: number;
  readonly maxBytes: number;
  /** How long somebody else may hold the write lock before those who wait are told no. */
  readonly busyMs: number;
  readonly observe?: (state: { events: number; seconds: number; failed: boolean }) => void;
  readonly onError?: (error: unknown) => void;
}

const RETRY_MS = 5;

/**
 * Gathers what the requests of one turn of the event loop bring and commits it in one transaction, so that one
 * wait for the disk serves them all.
 */
export class CommitQueue {
  private readonly lines: WaitingLines;
  private turn: Promise<void> | null = null;
  /** Since when the batch at hand is being written. */
  private since: number | null = null;
  private broken = false;
  private malformed = false;

  constructor(private readonly options: CommitQueueOptions) {
    this.lines = new WaitingLines(options);
  }

  /** Events that wait or are being written. */
  get depth(): number {
    return this.lines.depth;
  }

  /** For how long the events at hand have waited for their commit, milliseconds. */
  get waitedMs(): number {
    return this.since === null ? 0 : performance.now() - this.since;
  }

  /** Whether the last attempt to write failed; the next success clears it. */
  get isBroken(): boolean {
    return this.broken;
  }

  /** Whether the file is damaged: nothing is written to it any more until the server starts over. */
  get isMalformed(): boolean {
    return this.malformed;
  }

  /** Refuses all writing from now on. */
  condemn(): void {
    this.malformed = true;
    this.broken = true;
  }

  /** Says that writing failed elsewhere; the next commit that succeeds says otherwise. */
  suspect(): void {
    this.broken = true;
  }

  /** Says that writing works again. */
  mend(): void {
    this.broken = this.malformed;
  }

  /** False, and nothing is kept, when the queue, or this workspace's part of it, is full. */
  add(intake: Intake, bytes: number, answer: Answer): boolean {
    if (this.malformed) return false;
    if (!this.lines.add({ intake, bytes, answer })) return false;
    this.turn ??= new Promise((resolve) => {
      setImmediate(() => resolve(this.work()));
    });
    return true;
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.turn !== null) await this.turn;
  }

  private async work(): Promise<void> {
    try {
      while (!this.lines.isEmpty) {
        await this.settle(this.lines.takeSome());
        if (!this.lines.isEmpty) await new Promise(setImmediate);
      }
    } finally {
      this.turn = null;
    }
  }

  private async settle(batch: readonly Waiting[]): Promise<void> {
    const startedAt = performance.now();
    this.since = startedAt;
    const results = await this.commit(batch.map(({ intake }) => intake));
    this.since = null;
    this.broken = results === null || this.malformed;
    const events = batch.reduce((sum, { intake }) => sum + intake.items.length, 0);
    this.options.observe?.({ events, seconds: (performance.now() - startedAt) / 1000, failed: this.broken });
    for (const waiting of batch) this.lines.release(waiting);
    batch.forEach(({ answer }, i) => {
      answer(results?.[i] ?? null);
    });
  }

  /** One result per intake; null for those, or for all, that cannot be stored. */
  private async commit(intakes: readonly Intake[]): Promise<(IntakeResult[] | null)[] | null> {
    const deadline = performance.now() + this.options.busyMs;
    for (;;) {
      try {
        return this.options.commit(intakes);
      } catch (error) {
        if (isBusyError(error) && performance.now() < deadline) {
          // An import holds the lock for a batch at a time; waiting inside SQLite would stop every other request.
          await wait(RETRY_MS);
          continue;
        }
        this.options.onError?.(error);
        if (isMalformedError(error)) this.condemn();
        // One request's fault must not be everybody's: those beside it are tried by themselves.
        if (isStorageError(error) || intakes.length === 1) return null;
        return intakes.map((intake) => this.commitAlone(intake));
      }
    }
  }

  private commitAlone(intake: Intake): IntakeResult[] | null {
    try {
      return this.options.commit([intake])[0] ?? null;
    } catch (error) {
      this.options.onError?.(error);
      return null;
    }
  }
}
