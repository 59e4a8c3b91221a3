import { countAtMost } from "#lib/stats/sorted-search.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { timeSteps } from "#lib/time/time-steps.ts";

const LEAST_AGE = 14 * DAY;
const LEAST_SHARES = 500;
const HOURS_OF_WEEK = 168;
/** How much of an hour's activity is that of all hours: so many of its own shares weigh as much as theirs. */
const SMOOTHING = 5;

/** Takes an instant, UTC milliseconds, to operational time, milliseconds of mean activity. Rises. */
export type OperationalTime = (at: number) => number;

/**
 * The clock by which a campaign spreads evenly (METRICS §2.4): L(t) = ∫ a(hour of week), a the shares in that hour of
 * the week and five times their mean, over its own mean. A night passes in less than its hours, so that it does not
 * read as a decline. Before the first share and after `until` it runs as any clock does.
 *
 * @param times of shares, UTC milliseconds, in any order
 * @returns null for a campaign younger than fourteen days or of fewer than 500 shares
 */
export function operationalTime(times: Float64Array, until: number, zone: string): OperationalTime | null {
  const from = times.reduce((first, at) => Math.min(first, at), until);
  if (until - from < LEAST_AGE || times.length < LEAST_SHARES) return null;
  const steps = timeSteps({ from, to: until }, "hour", zone);
  const shares = new Float64Array(HOURS_OF_WEEK);
  const hours = steps.map(({ clock }) => Math.floor(clock / HOUR) % HOURS_OF_WEEK);
  const starts = Float64Array.from(steps, (step) => step.from);
  for (const at of times) {
    const hour = hours[countAtMost(starts, at) - 1];
    if (at <= until && hour !== undefined) shares[hour] = (shares[hour] ?? 0) + 1;
  }
  const mean = shares.reduce((sum, count) => sum + count, 0) / HOURS_OF_WEEK;
  const pace = (hour: number) => ((shares[hour] ?? 0) + SMOOTHING * mean) / ((1 + SMOOTHING) * mean);
  const passed = new Float64Array(steps.length);
  for (let i = 1; i < steps.length; i++) {
    const length = (starts[i] ?? 0) - (starts[i - 1] ?? 0);
    passed[i] = (passed[i - 1] ?? 0) + pace(hours[i - 1] ?? 0) * length;
  }
  const first = starts[0] ?? from;
  const within = (at: number) => {
    const step = countAtMost(starts, at) - 1;
    return (passed[step] ?? 0) + pace(hours[step] ?? 0) * (at - (starts[step] ?? 0));
  };
  const end = within(until);
  return (at) => first + (at < first ? at - first : at > until ? end + at - until : within(at));
}
