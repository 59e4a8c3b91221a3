import { logRatio } from "#lib/estimators/cascade-ratio.ts";
import { jackknife } from "#lib/stats/jackknife.ts";
import type { Cluster } from "#lib/stats/permutation.ts";
import { cascadesNeeded, ratioFound } from "#lib/stats/power.ts";
import type { ArmPlan } from "./arm-comparison.ts";

/** The smallest ratio that a comparison is planned for. */
export const RATIO_SOUGHT = 1.2;
/** Parts of the seeds to hold back, so as to see what seeding brings. */
const HOLDOUTS = [0.5, 0.2, 0.1, 0.05];

/**
 * What it would take to see a ratio of 1.2 by how unlike the cascades in hand are, and what they let one see
 * (METRICS §7.2); null without a spread between them.
 * @param seeds planted in each arm
 * @param clusters of all arms together
 */
export function armPlan(seeds: readonly number[], clusters: readonly Cluster[]): ArmPlan | null {
  const leftOut = logRatio(clusters);
  const found = leftOut && jackknife(leftOut);
  if (found === null || found.effective === 0) return null;
  const planted = seeds.reduce((sum, number) => sum + number, 0);
  const pilot = {
    spread: Math.sqrt(found.effective * found.variance),
    perEffective: Math.max(1, planted / found.effective),
  };
  const [largest = 0, second = 0] = seeds.toSorted((a, b) => b - a);
  const both = largest + second;
  return {
    perArm: cascadesNeeded({ ...pilot, share: 1 / 2 }, RATIO_SOUGHT).smaller,
    found: second === 0 ? null : ratioFound({ ...pilot, share: second / both }, both),
    planted: both,
    holdouts: HOLDOUTS.map((share) => {
      const { smaller, larger } = cascadesNeeded({ ...pilot, share }, RATIO_SOUGHT);
      return { share, held: smaller, seeded: larger };
    }),
  };
}
