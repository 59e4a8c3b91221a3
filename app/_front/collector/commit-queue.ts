import { setTimeout as wait } from "node:timers/promises";
import type { Intake } from "#db/intake/intake.ts";
import { isBusyError, isStorageError } from "#db/storage-error.ts";
import type { IntakeResult } from "#lib/domain/intake.ts";

/** What a request waits for: its results once they are on stable storage, or null when they cannot get there. */
export type Answer = (results: readonly IntakeResult[] | null) => void;

interface Waiting {
  readonly intake: Intake;
  readonly bytes: number;
  readonly answer: Answer;
}

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
/** A commit takes no more than this and one request. */
const COMMIT_EVENTS = 500;

/**
 * Gathers what the requests of one turn of the event loop bring and commits it in one transaction, so that one
 * wait for the disk serves them all. Bounded by count and bytes.
 */
export class CommitQueue {
  private waiting: Waiting[] = [];
  private events = 0;
  private bytes = 0;
  private turn: Promise<void> | null = null;
  private broken = false;

  constructor(private readonly options: CommitQueueOptions) {}

  /** Events that wait or are being written. */
  get depth(): number {
    return this.events;
  }

  /** Whether the last attempt to write failed; the next success clears it. */
  get isBroken(): boolean {
    return this.broken;
  }

  /** Says that writing works again. */
  mend(): void {
    this.broken = false;
  }

  /** False, and nothing is kept, when the queue is full. */
  add(intake: Intake, bytes: number, answer: Answer): boolean {
    const { maxEvents, maxBytes } = this.options;
    if (this.events + intake.items.length > maxEvents || this.bytes + bytes > maxBytes) return false;
    this.waiting.push({ intake, bytes, answer });
    this.events += intake.items.length;
    this.bytes += bytes;
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
      while (this.waiting.length > 0) {
        const batch = this.takeSome();
        await this.settle(batch);
        if (this.waiting.length > 0) await new Promise(setImmediate);
      }
    } finally {
      this.turn = null;
    }
  }

  /** The first of those who wait: few enough that nobody else's request is held up by their commit. */
  private takeSome(): Waiting[] {
    let events = 0;
    const end = this.waiting.findIndex(({ intake }) => {
      events += intake.items.length;
      return events >= COMMIT_EVENTS;
    });
    return this.waiting.splice(0, end < 0 ? this.waiting.length : end + 1);
  }

  private async settle(batch: readonly Waiting[]): Promise<void> {
    const startedAt = performance.now();
    const results = await this.commit(batch.map(({ intake }) => intake));
    this.broken = results === null;
    const events = batch.reduce((sum, { intake }) => sum + intake.items.length, 0);
    this.options.observe?.({ events, seconds: (performance.now() - startedAt) / 1000, failed: this.broken });
    this.events -= events;
    for (const { bytes } of batch) this.bytes -= bytes;
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
