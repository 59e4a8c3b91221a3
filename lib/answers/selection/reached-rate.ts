import type { Estimate } from "#lib/domain/estimate.ts";
import { type CascadeCount, cascadeProportion } from "#lib/estimators/cascade-ratio.ts";
import { proportionEstimate } from "#lib/estimators/estimates.ts";
import type { ActivityInput } from "#lib/inputs/activity-input.ts";

/**
 * Part of some people of whom something holds, with the cascades that they came in as clusters (METRICS §2.8).
 * Where all came in none, they are independent and Wilson's interval is theirs.
 * @param cascade root of the cascade of each, or -1
 * @param holds 1 where it does, for each
 * @param among places of those who are meant; all when left out
 */
export function partOfPeople(
  cascade: Int32Array,
  holds: ArrayLike<number>,
  among: Iterable<number> = cascade.keys(),
): Estimate {
  const places = [...among];
  const counts = countPeople(cascade, holds, places);
  if (places.some((i) => cascade[i] !== -1)) return cascadeProportion(counts);
  return proportionEstimate(
    counts.reduce((sum, { y }) => sum + y, 0),
    places.length,
  );
}

/** The same people by the cascade that they came in, and those of whom it holds; whoever came in none stands alone. */
export function countPeople(
  cascade: Int32Array,
  holds: ArrayLike<number>,
  among: Iterable<number>,
): CascadeCount[] {
  const counts = new Map<number, { x: number; y: number }>();
  const alone: CascadeCount[] = [];
  for (const i of among) {
    const root = cascade[i] ?? -1;
    const y = holds[i] ?? 0;
    if (root === -1) {
      alone.push({ x: 1, y });
      continue;
    }
    const count = counts.get(root);
    if (count === undefined) counts.set(root, { x: 1, y });
    else {
      count.x += 1;
      count.y += y;
    }
  }
  return [...counts.values(), ...alone];
}

/**
 * The part of the people reached who shared or converted. Where nothing reports visits, everyone known has shared,
 * and where nothing reports conversions, nobody has: neither says anything.
 */
export function reachedRate(
  activity: Pick<ActivityInput, "hasVisits" | "hasConversions">,
  of: "shared" | "converted",
  part: () => Estimate,
): Estimate {
  const isCovered = of === "shared" ? activity.hasVisits : activity.hasConversions;
  return isCovered ? part() : { value: null, why: "empty" };
}
