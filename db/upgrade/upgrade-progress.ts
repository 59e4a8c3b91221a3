const PERCENT = 100;

/** Adds up work of a known whole, and tells how much is done, at most once a percent. */
export class UpgradeProgress {
  private done = 0;
  private told = -1;

  /**
   * @param whole units of work, about one for a row that is read or written
   * @param tell takes the part that is done, 0 to 1, never less than before
   */
  constructor(
    private readonly whole: number,
    private readonly tell: (done: number) => void,
  ) {}

  /** Counts `units` as done while `work` runs, which may report parts of them, 0 to 1. */
  during<T>(units: number, work: (part: (done: number) => void) => T): T {
    const before = this.done;
    const result = work((part) => this.reach(before + units * Math.min(1, part)));
    this.reach(before + units);
    return result;
  }

  private reach(done: number): void {
    this.done = Math.max(this.done, done);
    const percent = Math.floor((PERCENT * this.done) / this.whole);
    if (percent <= this.told) return;
    this.told = percent;
    this.tell(Math.min(1, this.done / this.whole));
  }
}
