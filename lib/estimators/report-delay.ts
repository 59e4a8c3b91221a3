import { DAY } from "#lib/time/lengths.ts";

/** How long before an instant the delays are looked at. */
const WINDOW = 28 * DAY;
const LEAST_RECORDS = 100;
const OLD = 0.99;
/** A stretch of time counts once this part of its records is in. */
const COMPLETE = 0.95;

/** Records that came in as they happened, not from a file; parallel, in any order. UTC milliseconds. */
export interface ReportDelays {
  readonly happenedAt: ArrayLike<number>;
  readonly receivedAt: ArrayLike<number>;
}

/**
 * Up to when 95 % of what happened can be expected to be in: what came later is left out of R now, pace and growth
 * (METRICS §2.11). From the delays of the records of the last 28 days that are older than the 99 % delay, so that none
 * still on its way is missed among them.
 * @param now UTC milliseconds
 * @returns `now` itself where fewer than 100 such records are there to ask
 */
export function completeUntil({ happenedAt, receivedAt }: ReportDelays, now: number): number {
  const recent: { age: number; delay: number }[] = [];
  for (let i = 0; i < happenedAt.length; i++) {
    const [happened, received] = [happenedAt[i] ?? 0, receivedAt[i] ?? 0];
    const age = now - happened;
    if (age < 0 || age > WINDOW || received > now) continue;
    // A clock that is fast must not say that something came before it happened.
    recent.push({ age, delay: Math.max(0, received - happened) });
  }
  const oldEnough = delayBy(recent, OLD);
  const asked = recent.filter(({ age }) => age > oldEnough);
  return asked.length < LEAST_RECORDS ? now : now - delayBy(asked, COMPLETE);
}

/** Shortest delay within which a part of the records was received; 0 of none. */
function delayBy(records: readonly { readonly delay: number }[], part: number): number {
  const delays = Float64Array.from(records, ({ delay }) => delay).sort();
  return delays[Math.max(0, Math.ceil(part * delays.length) - 1)] ?? 0;
}
