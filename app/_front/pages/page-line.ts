/** How many requests to the pages may be worked on, and how many may wait. */
export interface PageLineBounds {
  /** Requests that the pages work on at once. */
  readonly inside: number;
  /** Requests that wait, of all networks. */
  readonly waiting: number;
  /** Requests that wait, of one network. */
  readonly waitingOfOne: number;
  /** Longest wait, milliseconds. */
  readonly waitMs: number;
}

export const PAGE_LINE: PageLineBounds = { inside: 8, waiting: 256, waitingOfOne: 64, waitMs: 10_000 };

type Admit = (isAdmitted: boolean) => void;

/**
 * Lets a few requests at a time through to the pages. Where several networks wait, each is let in in turn, so that
 * whoever floods the line waits behind nobody but themselves; whoever finds it full is told so at once.
 */
export class PageLine {
  private readonly lines = new Map<string, Set<Admit>>();
  private inside = 0;
  private waiting = 0;

  constructor(private readonly bounds: PageLineBounds = PAGE_LINE) {}

  /**
   * @param network the client's
   * @param gone aborted when the client has left
   * @returns whether the request may go on; `leave` must then be called once
   */
  enter(network: string, gone: AbortSignal): Promise<boolean> {
    if (this.inside < this.bounds.inside) {
      this.inside += 1;
      return Promise.resolve(true);
    }
    const line = this.lines.get(network) ?? new Set<Admit>();
    if (gone.aborted || this.waiting >= this.bounds.waiting || line.size >= this.bounds.waitingOfOne)
      return Promise.resolve(false);
    this.lines.set(network, line);
    return new Promise((resolve) => {
      const end = (isAdmitted: boolean) => {
        clearTimeout(timer);
        gone.removeEventListener("abort", leave);
        line.delete(end);
        this.waiting -= 1;
        if (line.size === 0) this.lines.delete(network);
        resolve(isAdmitted);
      };
      const leave = () => end(false);
      const timer = setTimeout(leave, this.bounds.waitMs);
      gone.addEventListener("abort", leave, { once: true });
      line.add(end);
      this.waiting += 1;
    });
  }

  /** Makes room for the next. */
  leave(): void {
    const [next] = this.lines;
    if (next === undefined) {
      this.inside -= 1;
      return;
    }
    const [network, line] = next;
    // Whoever was let in goes to the end, so that each network has its turn.
    this.lines.delete(network);
    this.lines.set(network, line);
    const [admit] = line;
    admit?.(true);
  }
}
