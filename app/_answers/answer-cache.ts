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

/** An answer that was worked out. */
export interface Worked {
  readonly answer: unknown;
  /** How long that took, without the wait for its turn; milliseconds. */
  readonly cost: number;
}

interface Kept extends Revision, Worked {
  /** When it was asked for, and when it was there; milliseconds. */
  readonly asked: number;
  readonly at: number;
}

/** Answers that are kept, by what was asked. */
export interface AnswerCache {
  /**
   * The answer of a subject. What took long is shown again for a while though events have come, as of when it was
   * worked out, and worked out anew behind it: nobody waits twice for a large campaign. Who asks while it is worked
   * out waits for the same answer.
   */
  answer(subject: string, revision: Revision, work: () => Promise<Worked>): Promise<unknown>;
  /** The instant that the answer shown for a subject is of; null when none would be shown. */
  standing(subject: string, revision: Revision): number | null;
}

/**
 * @param now milliseconds that never go back
 * @param slowMs how long the work on an answer takes that may stand
 */
export function createAnswerCache(now: () => number, slowMs = SLOW_MS): AnswerCache {
  const kept = new LRUCache<string, Kept>({ max: KEPT });
  /** By subject and corrections; of one of these there is one work at a time. */
  const working = new Map<string, { readonly revision: Revision; readonly answer: Promise<unknown> }>();
  const keyOf = (subject: string, { corrections }: Revision) => JSON.stringify([subject, corrections]);

  const shown = (subject: string, revision: Revision): Kept | null => {
    const known = kept.get(subject);
    if (known === undefined || known.corrections !== revision.corrections) return null;
    if (isSame(known, revision)) return known;
    return known.cost >= slowMs && now() - known.asked < OLDEST_MS ? known : null;
  };
  const workOut = (subject: string, revision: Revision, work: () => Promise<Worked>) => {
    const key = keyOf(subject, revision);
    const asked = now();
    const answer = work()
      .then((worked) => {
        kept.set(subject, { ...revision, ...worked, asked, at: now() });
        return worked.answer;
      })
      .finally(() => working.delete(key));
    working.set(key, { revision, answer });
    return answer;
  };
  const renew = (subject: string, known: Kept, revision: Revision, work: () => Promise<Worked>) => {
    const isOld = now() - known.at > STANDS_FOR * known.cost;
    if (!isOld || isSame(known, revision) || working.has(keyOf(subject, revision))) return;
    // Whoever asks next is told if it fails.
    workOut(subject, revision, work).catch(() => kept.delete(subject));
  };

  return {
    async answer(subject, revision, work) {
      for (;;) {
        const known = shown(subject, revision);
        if (known !== null) {
          renew(subject, known, revision, work);
          return known.answer;
        }
        const running = working.get(keyOf(subject, revision));
        if (running === undefined) return workOut(subject, revision, work);
        if (isSame(running.revision, revision)) return running.answer;
        // What took long is shown to whoever came meanwhile; anything else is worked out after it.
        await running.answer.catch(() => undefined);
      }
    },
    standing: (subject, revision) => shown(subject, revision)?.asOf ?? null,
  };
}

function isSame(one: Revision, other: Revision): boolean {
  return one.version === other.version && one.asOf === other.asOf;
}
