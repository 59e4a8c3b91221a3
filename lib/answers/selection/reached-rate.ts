import type { Estimate } from "#lib/domain/estimate.ts";
import { proportionEstimate } from "#lib/estimators/estimates.ts";
import type { ActivityInput } from "#lib/inputs/activity-input.ts";

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
