import type { Grain } from "#lib/domain/step-count.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { clockInstant, zoneOffset } from "#lib/time/zone-clock.ts";

const STEPS = [
  ...[1, 5, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 4, 7, 14, 28, 56, 91, 182, 364, 728, 1820].map((days) => days * DAY),
];

/**
 * Instants (UTC milliseconds) at which an axis of time is marked: at most `most` of them, on round hours or on
 * midnights of the zone's clock; with the grain their labels need.
 */
export function timeTicks(
  from: number,
  to: number,
  zone: string,
  most = 6,
): { ticks: readonly number[]; grain: Grain } {
  const step = STEPS.find((length) => (to - from) / length < most) ?? (to - from) / most;
  const ticks: number[] = [];
  const end = to + zoneOffset(zone, to);
  const start = from + zoneOffset(zone, from);
  for (let clock = Math.ceil(start / step) * step; clock <= end; clock += step) {
    const at = clockInstant(clock, zone);
    // An hour that the clock skips falls together with the next.
    if (at !== ticks.at(-1)) ticks.push(at);
  }
  return { ticks, grain: step < DAY ? "hour" : "day" };
}
