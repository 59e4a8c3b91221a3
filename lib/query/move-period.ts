import { dayOfClock } from "#lib/time/days.ts";
import { DAY } from "#lib/time/lengths.ts";
import type { Span } from "#lib/time/span.ts";
import { clockInstant, touchedDays } from "#lib/time/zone-clock.ts";
import type { Period } from "./query.ts";

/**
 * The period before or after another of the same length, by its days; null where nothing lies there yet.
 * @param span the period in instants
 * @param steps -1: the one before; 1: the one after
 */
export function movePeriod(span: Span, steps: -1 | 1, at: { zone: string; now: number }): Period | null {
  const { first, count } = touchedDays(span, at.zone);
  const start = (first + steps * count) * DAY;
  if (clockInstant(start, at.zone) > at.now) return null;
  return { from: dayOfClock(start), to: dayOfClock(start + (count - 1) * DAY) };
}
