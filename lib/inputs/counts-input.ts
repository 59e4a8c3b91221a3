import type { Grain } from "#lib/domain/step-count.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { zoneOffset } from "#lib/time/zone-clock.ts";

/** METRICS §3.2: the last 14 complete steps, hours for campaigns younger than three days. */
const STEPS = 14;
const HOURLY_BELOW = 3 * DAY;

/** Shares by step of time, the latest complete step last. */
export interface CountsInput {
  readonly grain: Grain;
  readonly counts: readonly number[];
}

/** Which steps the growth of a campaign is read from: how many, and the step an instant falls in. */
export interface StepWindow {
  readonly grain: Grain;
  /** Number of the first step of the window. */
  readonly first: number;
  readonly steps: number;
  /** Number of the step of an instant. */
  stepOf(at: number): number;
}

/**
 * The default window of METRICS §3.2 for a campaign that began at `startedAt`, as of `asOf` (UTC
 * milliseconds). Steps are those of the zone's clock; the running step is left out, and so is the time
 * before the first share.
 */
export function stepWindow(startedAt: number, asOf: number, zone: string): StepWindow {
  const grain: Grain = asOf - startedAt < HOURLY_BELOW ? "hour" : "day";
  const offset = zoneOffset(zone, asOf);
  // Hours by one offset: one that the clock shows twice or never would look like a jump.
  const hourOf = (at: number) => Math.floor((at + offset) / HOUR);
  const dayOf = (at: number) => Math.floor((at + zoneOffset(zone, at)) / DAY);
  const stepOf = grain === "hour" ? hourOf : dayOf;
  const running = stepOf(asOf);
  const first = Math.max(running - STEPS, stepOf(startedAt));
  return { grain, first, steps: Math.max(0, running - first), stepOf };
}

/** Counts shares by step. @param times UTC milliseconds, in any order */
export function countsInput(times: ArrayLike<number>, asOf: number, zone: string): CountsInput {
  let startedAt = asOf;
  for (let i = 0; i < times.length; i++) startedAt = Math.min(startedAt, times[i] ?? asOf);
  const { grain, first, steps, stepOf } = stepWindow(startedAt, asOf, zone);
  const counts = new Array<number>(steps).fill(0);
  for (let i = 0; i < times.length; i++) {
    const step = stepOf(times[i] ?? 0) - first;
    if (step >= 0 && step < steps) counts[step] = (counts[step] ?? 0) + 1;
  }
  return { grain, counts };
}
