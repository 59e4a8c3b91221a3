import { clusterOf } from "#lib/cascade/seeder.ts";
import { armShares } from "#lib/estimators/arm-shares.ts";
import { armsOfK } from "#lib/estimators/arms-of-k.ts";
import { compareOnDay, compareRunning } from "#lib/estimators/comparison.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";
import { type CampaignLaw, drawCampaign, HORIZON } from "./draw-campaign.ts";
import { type ArmsLaw, TEST_DAYS } from "./regimes.ts";

const FOUND = 0.05;
const FIRST_LOOK = 3;
const LOOKS = Array.from({ length: TEST_DAYS - FIRST_LOOK + 1 }, (_, i) => (FIRST_LOOK + i) * DAY);

/** Of how many tests of two arms something was found, and whose ranges of the ratio held what is true. */
export interface ArmsCell {
  readonly tests: number;
  /** On the day that was set for it. */
  readonly onDay: number;
  /** At some time of nineteen daily looks. */
  readonly everDaily: number;
  readonly ranges: number;
  /** Ranges that hold a ratio of 1. */
  readonly heldOne: number;
}

/** Draws tests of two arms of so many cascades each, planted over the days of the test, and judges them both ways. */
export function measureArms(
  { arms }: ArmsLaw,
  { cascades, campaigns, seed }: { cascades: number; campaigns: number; seed: number },
): ArmsCell {
  const random = seededRandom(seed);
  const cell = { tests: campaigns, onDay: 0, everDaily: 0, ranges: 0, heldOne: 0 };
  for (let campaign = 0; campaign < campaigns; campaign++) {
    const drawn = arms.map((law) => drawArm(law, cascades, random));
    const [judged] = compareOnDay(armsOfK(drawn, HORIZON), TEST_DAYS * DAY).pairs;
    const [running] = compareRunning(armsOfK(drawn, HORIZON), LOOKS).pairs;
    if ((judged?.p ?? 1) < FOUND) cell.onDay += 1;
    if ((running?.p ?? 1) < FOUND) cell.everDaily += 1;
    const { low, high } = { low: undefined, high: undefined, ...judged?.ratio };
    if (low === undefined || high === undefined) continue;
    cell.ranges += 1;
    if (low <= 1 && 1 <= high) cell.heldOne += 1;
  }
  return cell;
}

function drawArm(law: CampaignLaw, cascades: number, random: Random) {
  const forest = drawCampaign(law, cascades, random);
  const tops = [...forest.roots];
  const clusters = new Map<number, number>();
  const clusterOfTop = tops.map((top) => {
    const seeder = clusterOf(forest, top);
    const cluster = clusters.get(seeder) ?? clusters.size;
    clusters.set(seeder, cluster);
    return cluster;
  });
  return armShares(forest, tops, clusterOfTop);
}
