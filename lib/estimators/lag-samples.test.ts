import { describe, expect, it } from "vitest";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";
import { lagSample } from "./lag-sample.ts";
import { lagSamplesBy } from "./lag-samples.ts";
import { drawCampaign } from "./testing/coverage/draw-campaign.ts";
import { REGIMES, viralLaw } from "./testing/coverage/regimes.ts";

const GROUPS = 4;

function agree(forest: ForestShape, asOf: number): number {
  // Some shares are of no group, and the last group has none.
  const groupOf = (share: number) => (share % 5 === 4 ? -1 : share % 5 === 3 ? 0 : share % 5);
  const found = lagSamplesBy(forest, asOf, GROUPS, groupOf);
  expect(found).toHaveLength(GROUPS);
  found.forEach((sample, group) => {
    const alone = lagSample(forest, asOf, "sharers", (share) => groupOf(share) === group);
    expect(sample).toEqual({
      ...alone,
      ...{ lag: alone.lag.slice(), parent: alone.parent.slice(), mistimed: alone.mistimed.slice() },
    });
  });
  return found.reduce((sum, { lag }) => sum + lag.length, 0);
}

describe("the sharers of many groups", () => {
  it.each(["mature", "groups of five"])("are those of each alone: %s", (name) => {
    const regime = REGIMES.find((one) => one.name === name);
    if (regime === undefined) throw new Error(name);
    expect(agree(drawCampaign(regime.campaign, 20, seededRandom(3)), regime.campaign.asOf)).toBeGreaterThan(
      20,
    );
  });

  it("are as of an instant, with what precedes its parent told apart", () => {
    const drawn = drawCampaign(viralLaw(1.1, DAY), 10, seededRandom(4));
    const late = { ...drawn, at: drawn.at.map((at, share) => (share % 7 === 3 ? at - DAY / 2 : at)) };
    expect(agree(late, DAY / 2)).toBeGreaterThan(20);
    expect(agree(late, DAY)).toBeGreaterThan(agree(late, DAY / 2));
  });
});
