import { closeSync, fchmodSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { OWNER_ONLY } from "#db/owner-only.ts";

const EVERY_MS = 1000;

/**
 * Beside the database, how many events were answered for, at most a second ago. SQLite cannot tell that the end of its
 * log was lost, or that an older file was put in its place: the file is whole then, and shorter.
 */
export class HighWaterMark {
  private written = -1;
  private timer: NodeJS.Timeout | undefined;
  /** Events that were answered for and are not in the database; 0 when nothing is missing. */
  readonly missing: number;
  private readonly before: number;
  private isTold: boolean;

  /**
   * @param read how many the database knows of
   * @param noteMissing writes down that the database does not know of all before the mark; tried until it does not
   * throw, and no mark is set before
   */
  constructor(
    private readonly path: string,
    private readonly read: () => number,
    private readonly noteMissing: (mark: number) => void,
  ) {
    this.before = this.mark();
    this.missing = Math.max(0, this.before - read());
    this.isTold = this.missing === 0;
  }

  start(): void {
    this.write();
    this.timer = setInterval(() => this.write(), EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.write();
  }

  /**
   * Makes sure that what is missing is written down: events that are answered for later would hide it.
   * @throws what `noteMissing` throws
   */
  tell(): void {
    if (!this.isTold) this.noteMissing(this.before);
    this.isTold = true;
  }

  private mark(): number {
    try {
      const mark = Number(readFileSync(this.path, "utf8"));
      return Number.isInteger(mark) ? mark : 0;
    } catch {
      return 0;
    }
  }

  /** A mark that cannot be written is no reason to stop collecting: the next one will be. */
  private write(): void {
    try {
      this.tell();
      const now = this.read();
      if (now === this.written) return;
      const draft = `${this.path}.new`;
      const file = openSync(draft, "w", OWNER_ONLY);
      try {
        // One that an older program or a crash left keeps the mode it was made with.
        fchmodSync(file, OWNER_ONLY);
        writeSync(file, String(now));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(draft, this.path);
      this.written = now;
    } catch {
      this.written = -1;
    }
  }
}
