import type { Grain } from "#lib/domain/step-count.ts";
import { DAY } from "#lib/time/lengths.ts";
import { stepAt, timeSteps } from "#lib/time/time-steps.ts";

/** METRICS §3.2: the last 14 complete steps, hours for campaigns younger than three days. */
const STEPS = 14;
const HOURLY_BELOW = 3 * DAY;

/** Shares by step of time, the latest complete step last. */
export interface CountsInput {
  readonly grain: Grain;
  readonly counts: readonly number[];
  /** Where the steps begin and the last one ends, UTC milliseconds: one more than there are counts. */
  readonly edges: readonly number[];
}

/**
 * Counts shares by the default steps of METRICS §3.2, those of the zone's clock, each with its true length. The
 * running step is left out, and so is the time before the first share.
 * @param times UTC milliseconds, in any order
 */
export function countsInput(times: ArrayLike<number>, asOf: number, zone: string): CountsInput {
  let startedAt = asOf;
  for (let i = 0; i < times.length; i++) startedAt = Math.min(startedAt, times[i] ?? asOf);
  const grain: Grain = asOf - startedAt < HOURLY_BELOW ? "hour" : "day";
  // A clock may skip days: two more than the longest fourteen.
  const from = Math.max(startedAt, asOf - (STEPS + 2) * DAY);
  // The running step begins at or before the instant; its own beginning ends the last complete one.
  const steps = timeSteps({ from, to: asOf + 1 }, grain, zone).slice(-STEPS - 1);
  const counts = new Array<number>(Math.max(0, steps.length - 1)).fill(0);
  for (let i = 0; i < times.length; i++) {
    const step = stepAt(steps, times[i] ?? 0);
    if (step >= 0 && step < counts.length) counts[step] = (counts[step] ?? 0) + 1;
  }
  return { grain, counts, edges: steps.map((step) => step.from) };
}
