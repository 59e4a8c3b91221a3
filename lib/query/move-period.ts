import { dayOfClock } from "#lib/time/days.ts";
import { DAY } from "#lib/time/lengths.ts";
import type { Span } from "#lib/time/span.ts";
import { clockInstant, zoneOffset } from "#lib/time/zone-clock.ts";
import type { Period } from "./query.ts";

/**
 * The period before or after another of the same length, by its days; null where nothing lies there yet.
 * @param span the period in instants
 * @param steps -1: the one before; 1: the one after
 */
export function movePeriod(
  { from, to }: Span,
  steps: -1 | 1,
  at: { zone: string; now: number },
): Period | null {
  const clockOf = (instant: number) => instant + zoneOffset(at.zone, instant);
  const first = Math.floor(clockOf(from) / DAY);
  const days = Math.max(1, Math.ceil(clockOf(to) / DAY) - first);
  const start = (first + steps * days) * DAY;
  if (clockInstant(start, at.zone) > at.now) return null;
  return { from: dayOfClock(start), to: dayOfClock(start + (days - 1) * DAY) };
}
