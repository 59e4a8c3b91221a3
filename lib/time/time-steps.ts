import { partitionPoint } from "#lib/stats/sorted-search.ts";
import type { QueryGrain } from "#lib/time/grain.ts";
import type { Span } from "#lib/time/span.ts";
import { DAY, HOUR, WEEK } from "./lengths.ts";
import { clockInstant, weekStart, zoneOffset } from "./zone-clock.ts";

/** One step of time on a zone's clock. */
export interface TimeStep {
  /** What the clock shows at its start, as if it were UTC, in milliseconds. */
  readonly clock: number;
  /** Its first instant, UTC milliseconds. */
  readonly from: number;
}

/**
 * Cuts a stretch of time into the hours, days, weeks or months of a zone's clock; the first may begin before it. An
 * hour that the clock shows twice is two steps; a day that a zone skipped is none.
 */
export function timeSteps({ from, to }: Span, grain: QueryGrain, zone: string): TimeStep[] {
  const steps: TimeStep[] = [];
  for (const step of stepsFrom(from, grain, zone)) {
    if (step.from >= to) break;
    // The last one was over before the stretch began, or is of no length.
    if (step.from <= from || step.from === steps.at(-1)?.from) steps.pop();
    steps.push(step);
  }
  return steps;
}

/** The step in which an instant lies, or -1 before the first. */
export function stepAt(steps: readonly TimeStep[], at: number): number {
  return partitionPoint(steps.length, (step) => (steps[step]?.from ?? 0) <= at) - 1;
}

/** Steps without end, the first of them at or before an instant. */
function* stepsFrom(start: number, grain: QueryGrain, zone: string): Generator<TimeStep, never> {
  const first = floorClock(start + zoneOffset(zone, start), grain);
  if (grain === "hour") {
    for (let from = clockInstant(first, zone); ; ) {
      const clock = from + zoneOffset(zone, from);
      yield { clock, from };
      // By instants, up to the next whole hour: clocks change by half an hour too.
      from += (Math.floor(clock / HOUR) + 1) * HOUR - clock;
    }
  }
  for (let clock = first; ; clock = nextClock(clock, grain)) yield { clock, from: clockInstant(clock, zone) };
}

/** Where the steps of a grain are counted from: midnight of the day, the Monday or the first of the month. */
function floorClock(clock: number, grain: QueryGrain): number {
  if (grain === "week") return weekStart(clock);
  const at = new Date(clock);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), grain === "month" ? 1 : at.getUTCDate());
}

function nextClock(clock: number, grain: Exclude<QueryGrain, "hour">): number {
  if (grain !== "month") return clock + (grain === "day" ? DAY : WEEK);
  const at = new Date(clock);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1);
}
