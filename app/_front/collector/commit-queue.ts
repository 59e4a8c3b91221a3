import { setTimeout as wait } from "node:timers/promises";
import type { Intake } from "#db/intake/intake.ts";
import { isBusyError, isMalformedError, isStorageError } from "#db/storage-error.ts";
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
/** Part of the queue that one workspace may fill, so that the others find room in it. */
const SHARE = 0.5;
/** A commit takes no more than this and one request. */
const COMMIT_EVENTS = 500;

/** What waits of one workspace, in the order in which it came. */
interface Line {
  readonly waiting: Waiting[];
  events: number;
  bytes: number;
}

/**
 * Gathers what the requests of one turn of the event loop bring and commits it in one transaction, so that one
 * wait for the disk serves them all. Bounded by count and bytes, as a whole and for each workspace; where several
 * wait, each commit takes from them in turn, so that whoever floods it waits behind nobody but themselves.
 */
export class CommitQueue {
  private readonly lines = new Map<number, Line>();
  private events = 0;
  private bytes = 0;
  private turn: Promise<void> | null = null;
  private broken = false;
  private malformed = false;

  constructor(private readonly options: CommitQueueOptions) {}

  /** Events that wait or are being written. */
  get depth(): number {
    return this.events;
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

  /** Says that writing works again. */
  mend(): void {
    this.broken = this.malformed;
  }

  /** False, and nothing is kept, when the queue, or this workspace's part of it, is full. */
  add(intake: Intake, bytes: number, answer: Answer): boolean {
    if (this.malformed) return false;
    const { workspaceId } = intake.scope;
    const line = this.lines.get(workspaceId) ?? { waiting: [], events: 0, bytes: 0 };
    if (!this.hasRoom(line, intake.items.length, bytes)) return false;
    this.lines.set(workspaceId, line);
    line.waiting.push({ intake, bytes, answer });
    this.count(line, intake.items.length, bytes);
    this.turn ??= new Promise((resolve) => {
      setImmediate(() => resolve(this.work()));
    });
    return true;
  }

  private hasRoom(line: Line, events: number, bytes: number): boolean {
    const { maxEvents, maxBytes } = this.options;
    const isFree = this.events + events <= maxEvents && this.bytes + bytes <= maxBytes;
    return (
      isFree &&
      (line.waiting.length === 0 ||
        (line.events + events <= maxEvents * SHARE && line.bytes + bytes <= maxBytes * SHARE))
    );
  }

  private count(line: Line, events: number, bytes: number): void {
    line.events += events;
    line.bytes += bytes;
    this.events += events;
    this.bytes += bytes;
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.turn !== null) await this.turn;
  }

  private async work(): Promise<void> {
    try {
      while (this.lines.size > 0) {
        const batch = this.takeSome();
        await this.settle(batch);
        if (this.lines.size > 0) await new Promise(setImmediate);
      }
    } finally {
      this.turn = null;
    }
  }

  /**
   * An equal part of a commit for every workspace that waits, in events and not in requests; few enough that nobody
   * else's request is held up by their commit.
   */
  private takeSome(): Waiting[] {
    const batch: Waiting[] = [];
    const quota = COMMIT_EVENTS / this.lines.size;
    let events = 0;
    for (const [workspaceId, line] of [...this.lines]) {
      if (events >= COMMIT_EVENTS) break;
      const before = events;
      let served = 0;
      while (events - before < quota) {
        const next = line.waiting[served];
        if (next === undefined) break;
        batch.push(next);
        events += next.intake.items.length;
        served += 1;
      }
      line.waiting.splice(0, served);
      // Whoever was served goes to the end: a large request must not be the first of every commit, and fill it.
      this.lines.delete(workspaceId);
      this.lines.set(workspaceId, line);
    }
    return batch;
  }

  private async settle(batch: readonly Waiting[]): Promise<void> {
    const startedAt = performance.now();
    const results = await this.commit(batch.map(({ intake }) => intake));
    this.broken = results === null || this.malformed;
    const events = batch.reduce((sum, { intake }) => sum + intake.items.length, 0);
    this.options.observe?.({ events, seconds: (performance.now() - startedAt) / 1000, failed: this.broken });
    for (const { intake, bytes } of batch) this.release(intake, bytes);
    batch.forEach(({ answer }, i) => {
      answer(results?.[i] ?? null);
    });
  }

  /** What is being written counts until it is: so does it in its workspace's part. */
  private release({ scope, items }: Intake, bytes: number): void {
    const line = this.lines.get(scope.workspaceId);
    if (line === undefined) return;
    this.count(line, -items.length, -bytes);
    if (line.events === 0 && line.waiting.length === 0) this.lines.delete(scope.workspaceId);
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
