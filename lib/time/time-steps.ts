import type { QueryGrain } from "#lib/time/grain.ts";
import type { Span } from "#lib/time/span.ts";
import { DAY, HOUR, WEEK } from "./lengths.ts";
import { clockInstant, dayStart, weekStart, zoneOffset } from "./zone-clock.ts";

/** One step of time on a zone's clock. */
export interface TimeStep {
  /** What the clock shows at its start, as if it were UTC, in milliseconds. */
  readonly clock: number;
  /** Its first instant, UTC milliseconds. */
  readonly from: number;
}

/** Cuts a stretch of time into the hours, days, weeks or months of a zone's clock; the first may begin before it. */
export function timeSteps({ from, to }: Span, grain: QueryGrain, zone: string): TimeStep[] {
  const steps: TimeStep[] = [];
  const first = floorClock(from + zoneOffset(zone, from), grain);
  if (grain === "hour") {
    // By instants, so that an hour that the clock shows twice is two steps.
    for (let at = clockInstant(first, zone); at < to; at += HOUR)
      steps.push({ clock: at + zoneOffset(zone, at), from: at });
    return steps;
  }
  for (let clock = first; ; clock = nextClock(clock, grain)) {
    const at = dayStart(new Date(clock).toISOString().slice(0, 10), zone);
    if (at >= to) return steps;
    steps.push({ clock, from: at });
  }
}

/** The step in which an instant lies, or -1 before the first. */
export function stepAt(steps: readonly TimeStep[], at: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function floorClock(clock: number, grain: QueryGrain): number {
  if (grain === "hour") return Math.floor(clock / HOUR) * HOUR;
  if (grain === "week") return weekStart(clock);
  const at = new Date(clock);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), grain === "day" ? at.getUTCDate() : 1);
}

function nextClock(clock: number, grain: Exclude<QueryGrain, "hour">): number {
  if (grain !== "month") return clock + (grain === "day" ? DAY : WEEK);
  const at = new Date(clock);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1);
}
