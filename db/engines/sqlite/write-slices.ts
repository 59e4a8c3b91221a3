import type Database from "better-sqlite3";
import { inTransaction } from "#db/in-transaction.ts";

/** Well below what is allowed: the commit comes on top, and a busy machine must not reach the limit at once. */
const TARGET_MS = 15;
const FIRST = 150;
/** Less would leave a slow disk with nothing but commits. */
const LEAST = 100;
const MOST = 20_000;
/** The log stays shorter than the one that other connections copy within their commits. */
const CHECKPOINT_EVERY = 4;

/**
 * Long work in many short transactions. How much fits into one is learnt from how long the work of those before it
 * took. The log is copied into the file between them: SQLite would do it within a commit.
 */
export class WriteSlices {
  private size = FIRST;
  private startedAt = 0;
  private longest = 0;
  private written = 0;
  private readonly checkpointPages: number;

  /** @param now milliseconds, of a clock that only goes forward */
  constructor(
    private readonly client: Database.Database,
    private readonly now: () => number,
  ) {
    this.checkpointPages = client.pragma("wal_autocheckpoint", { simple: true }) as number;
    client.pragma("wal_autocheckpoint = 0");
  }

  /** Rows to read and write in the next transaction, about. */
  get room(): number {
    return Math.round(this.size);
  }

  /** Whether the transaction at hand should come to its end, however little it has done. */
  get isOver(): boolean {
    return this.now() - this.startedAt >= TARGET_MS;
  }

  /** Runs `work` in a transaction of its own; rolls back and rethrows if it throws. */
  write(work: () => void): void {
    this.startedAt = this.now();
    try {
      inTransaction(this.client, () => {
        this.startedAt = this.now();
        work();
        this.learn(this.now() - this.startedAt);
      });
    } finally {
      this.longest = Math.max(this.longest, this.now() - this.startedAt);
    }
    this.written += 1;
    if (this.written % CHECKPOINT_EVERY === 0) this.client.pragma("wal_checkpoint(PASSIVE)");
  }

  /** The longest hold of the write lock, in milliseconds, since this was asked last. */
  takeLongest(): number {
    const { longest } = this;
    this.longest = 0;
    return longest;
  }

  /** Leaves the log to SQLite again, unless other slices of this connection see to it. */
  end(): void {
    if (this.checkpointPages > 0) this.client.pragma(`wal_autocheckpoint = ${this.checkpointPages}`);
  }

  private learn(workMs: number): void {
    const factor = Math.min(1.5, Math.max(0.25, TARGET_MS / Math.max(1, workMs)));
    this.size = Math.min(MOST, Math.max(LEAST, this.size * factor));
  }
}
