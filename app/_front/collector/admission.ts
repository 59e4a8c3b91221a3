interface Waiter {
  readonly bytes: number;
  readonly admit: (isAdmitted: boolean) => void;
}

/** The bodies of one workspace. */
interface Line {
  /** Bytes that are being read into events or wait for their commit. */
  inside: number;
  /** In the order in which they came. */
  readonly waiting: Set<Waiter>;
  waitingBytes: number;
}

export interface AdmissionOptions {
  /** Bytes of one workspace that may be inside; one body may always be. */
  readonly inside: number;
  /** Bytes of all workspaces that may wait. */
  readonly waiting: number;
  /** About how long a body may wait, milliseconds; one that may not even wait is refused as late. */
  readonly waitMs: number;
}

/** Part of the waiting room that one workspace may fill. */
const SHARE = 0.5;

/**
 * Lets in only as many bodies of a workspace as its commits keep up with: to read one into events costs more than
 * the wait, and events that were read in vain cost everybody. Whoever is told no is told so slowly, or they would be
 * back at once, and refusing would become all that the server does.
 */
export class Admission {
  private readonly lines = new Map<number, Line>();
  private waitingBytes = 0;

  constructor(private readonly options: AdmissionOptions) {}

  /** @returns whether the body may be read; `leave` must be called once it has been answered. */
  async enter(workspaceId: number, bytes: number): Promise<boolean> {
    const line = this.lines.get(workspaceId) ?? { inside: 0, waiting: new Set(), waitingBytes: 0 };
    this.lines.set(workspaceId, line);
    if (line.waiting.size === 0 && this.fits(line, bytes)) {
      line.inside += bytes;
      return true;
    }
    return new Promise((resolve) => {
      // Those who came together must not come back together.
      const timer = setTimeout(() => waiter.admit(false), this.options.waitMs * (0.75 + Math.random() / 2));
      const waiter: Waiter = {
        bytes,
        admit: (isAdmitted) => {
          clearTimeout(timer);
          if (line.waiting.delete(waiter)) this.count(line, -bytes);
          resolve(isAdmitted);
        },
      };
      if (!this.mayWait(line, bytes)) return;
      line.waiting.add(waiter);
      this.count(line, bytes);
    });
  }

  leave(workspaceId: number, bytes: number): void {
    const line = this.lines.get(workspaceId);
    if (line === undefined) return;
    line.inside -= bytes;
    for (const waiter of line.waiting) {
      if (!this.fits(line, waiter.bytes)) break;
      line.inside += waiter.bytes;
      waiter.admit(true);
    }
    if (line.inside === 0 && line.waiting.size === 0) this.lines.delete(workspaceId);
  }

  private fits(line: Line, bytes: number): boolean {
    return line.inside === 0 || line.inside + bytes <= this.options.inside;
  }

  private mayWait(line: Line, bytes: number): boolean {
    const { waiting } = this.options;
    return this.waitingBytes + bytes <= waiting && line.waitingBytes + bytes <= waiting * SHARE;
  }

  private count(line: Line, bytes: number): void {
    line.waitingBytes += bytes;
    this.waitingBytes += bytes;
  }
}
