import type { ActivityPlan } from "#lib/simulate/campaign-plan.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

/**
 * The instant at which `duration` milliseconds of average activity have passed since `at`: sooner than
 * `at + duration` in busy hours, later across the night. A change of the time scale rather than a thinning,
 * so that daily rhythm moves shares in time and leaves their number alone; whole days take whole days.
 *
 * @param at UTC milliseconds
 * @returns UTC milliseconds, >= at
 * @throws RangeError unless there are 24 weights >= 0 with a positive sum
 */
export function advanceActivity(activity: ActivityPlan, at: number, duration: number): number {
  const total = totalWeight(activity.hours);
  const days = Math.floor(duration / DAY);
  let now = at + days * DAY;
  let rest = duration - days * DAY;
  if (rest <= 0) return now;
  for (;;) {
    const sinceMidnight = modulo(now + activity.utcOffset, DAY);
    const hour = Math.floor(sinceMidnight / HOUR);
    const untilNextHour = (hour + 1) * HOUR - sinceMidnight;
    const rate = ((activity.hours[hour] ?? 0) * 24) / total;
    if (rest < untilNextHour * rate) return now + rest / rate;
    rest -= untilNextHour * rate;
    now += untilNextHour;
  }
}

function totalWeight(hours: readonly number[]): number {
  let total = 0;
  for (const weight of hours) total += weight >= 0 ? weight : Number.NaN;
  if (hours.length !== 24 || !(total > 0))
    throw new RangeError("Activity needs 24 weights with a positive sum.");
  return total;
}

/** The remainder with the sign of the divisor, for times before 1970 and offsets west of Greenwich. */
function modulo(dividend: number, divisor: number): number {
  return ((dividend % divisor) + divisor) % divisor;
}
