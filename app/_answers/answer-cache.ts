import { LRUCache } from "lru-cache";
import { HOUR } from "#lib/time/lengths.ts";

const KEPT = 256;
/** An answer that took longer than this many milliseconds is not worked out anew for every view. */
const SLOW_MS = 250;
/** It stands for as many times as long as it took, so that at most a twentieth of the time goes into it. */
const STANDS_FOR = 20;
/** No answer older than an hour is shown, however long it took. */
const OLDEST_MS = HOUR;

/** What an answer rests on. */
export interface Revision {
  /** Changes with anything that is written. */
  readonly version: unknown;
  /** Changes when something is taken back or set anew: nothing of before may be shown then. */
  readonly corrections: string;
  /** The instant asked about, UTC milliseconds. */
  readonly asOf: number;
}

interface Kept extends Revision {
  readonly answer: unknown;
  /** When it was there, and how long it had taken; milliseconds. */
  readonly at: number;
  readonly cost: number;
}

/** Answers that are kept, by what was asked. */
export interface AnswerCache {
  /**
   * The answer of a subject. What took long is shown again for a while though events have come, as of when it was
   * worked out, and worked out anew behind it: nobody waits twice for a large campaign. Who asks while it is worked
   * out waits for the same answer.
   */
  answer(subject: string, revision: Revision, work: () => Promise<unknown>): Promise<unknown>;
  /** The instant that the answer shown for a subject is of; null when none would be shown. */
  standing(subject: string, revision: Revision): number | null;
}

/** @param now milliseconds that never go back */
export function createAnswerCache(now: () => number): AnswerCache {
  const kept = new LRUCache<string, Kept>({ max: KEPT });
  const working = new Map<string, Promise<unknown>>();

  const shown = (subject: string, { version, corrections, asOf }: Revision): Kept | null => {
    const known = kept.get(subject);
    if (known === undefined || known.corrections !== corrections) return null;
    if (known.version === version && known.asOf === asOf) return known;
    return known.cost >= SLOW_MS && now() - known.at < OLDEST_MS ? known : null;
  };
  const workOut = (subject: string, revision: Revision, work: () => Promise<unknown>) => {
    const key = JSON.stringify([subject, revision.corrections, revision.version, revision.asOf]);
    const running = working.get(key);
    if (running !== undefined) return running;
    const start = now();
    const promise = work()
      .then((answer) => {
        kept.set(subject, { ...revision, answer, at: now(), cost: now() - start });
        return answer;
      })
      .finally(() => working.delete(key));
    working.set(key, promise);
    return promise;
  };

  return {
    answer(subject, revision, work) {
      const known = shown(subject, revision);
      if (known === null) return workOut(subject, revision, work);
      const isOld = now() - known.at > STANDS_FOR * known.cost;
      const isOther = known.version !== revision.version || known.asOf !== revision.asOf;
      // Whoever asks next is told if it fails.
      if (isOld && isOther) workOut(subject, revision, work).catch(() => kept.delete(subject));
      return Promise.resolve(known.answer);
    },
    standing: (subject, revision) => shown(subject, revision)?.asOf ?? null,
  };
}
