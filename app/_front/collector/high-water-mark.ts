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

  constructor(
    private readonly path: string,
    private readonly read: () => number,
  ) {}

  /** Events that were answered for and are not in the database; 0 when nothing is missing. */
  missing(): number {
    let mark: number;
    try {
      mark = Number(readFileSync(this.path, "utf8"));
    } catch {
      return 0;
    }
    return Number.isInteger(mark) ? Math.max(0, mark - this.read()) : 0;
  }

  start(): void {
    this.timer = setInterval(() => this.write(), EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.write();
  }

  /** A mark that cannot be written is no reason to stop collecting: the next one will be. */
  private write(): void {
    try {
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
