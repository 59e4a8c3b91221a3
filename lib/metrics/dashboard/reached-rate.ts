import type { Estimate } from "#lib/metrics/estimate.ts";
import type { ActivityInput } from "#lib/metrics/inputs/activity-input.ts";
import { proportionEstimate } from "#lib/metrics/proportion-estimate.ts";

/**
 * The part of the people reached who shared or converted. Where nothing reports visits, everyone known has shared,
 * and where nothing reports conversions, nobody has: neither says anything.
 */
export function reachedRate(
  activity: Pick<ActivityInput, "hasVisits" | "hasConversions">,
  of: "shared" | "converted",
  having: number,
  people: number,
): Estimate {
  const isCovered = of === "shared" ? activity.hasVisits : activity.hasConversions;
  return isCovered ? proportionEstimate(having, people) : { value: null, why: "empty" };
}
