import type { Intake } from "#db/intake/intake.ts";
import type { IntakeResult } from "#lib/domain/intake.ts";

/** What a request waits for: its results once they are on stable storage, or null when they cannot get there. */
export type Answer = (results: readonly IntakeResult[] | null) => void;

/** A request that waits for its commit. */
export interface Waiting {
  readonly intake: Intake;
  readonly bytes: number;
  readonly answer: Answer;
}

/** What waits of one workspace, in the order in which it came. */
interface Line {
  readonly waiting: Waiting[];
  events: number;
  bytes: number;
}

/** Part of all room that one workspace may fill, so that the others find room as well. */
const SHARE = 0.5;
/** A commit takes no more than this and one request. */
const COMMIT_EVENTS = 500;

/**
 * A line for each workspace, bounded by events and bytes as a whole and for each; where several wait, each is taken
 * from in turn, so that whoever floods theirs waits behind nobody but themselves.
 */
export class WaitingLines {
  private readonly lines = new Map<number, Line>();
  private events = 0;
  private bytes = 0;

  constructor(private readonly bounds: { readonly maxEvents: number; readonly maxBytes: number }) {}

  /** Events that wait or were taken and are not released yet. */
  get depth(): number {
    return this.events;
  }

  get isEmpty(): boolean {
    return this.lines.size === 0;
  }

  /** False, and nothing is kept, when there is no room, or none for this workspace. */
  add(waiting: Waiting): boolean {
    const { intake, bytes } = waiting;
    const { workspaceId } = intake.scope;
    const line = this.lines.get(workspaceId) ?? { waiting: [], events: 0, bytes: 0 };
    if (!this.hasRoom(line, intake.items.length, bytes)) return false;
    this.lines.set(workspaceId, line);
    line.waiting.push(waiting);
    this.count(line, intake.items.length, bytes);
    return true;
  }

  /**
   * An equal part of a commit for every workspace that waits, in events and not in requests; few enough that nobody
   * else's request is held up by their commit.
   */
  takeSome(): Waiting[] {
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

  /** What is being written counts until it is: so does it in its workspace's part. */
  release({ intake, bytes }: Waiting): void {
    const { workspaceId } = intake.scope;
    const line = this.lines.get(workspaceId);
    if (line === undefined) return;
    this.count(line, -intake.items.length, -bytes);
    if (line.events === 0 && line.waiting.length === 0) this.lines.delete(workspaceId);
  }

  private hasRoom(line: Line, events: number, bytes: number): boolean {
    const { maxEvents, maxBytes } = this.bounds;
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
}
