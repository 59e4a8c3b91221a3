import { drawGamma, drawLognormal } from "#lib/stats/draw.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";
import type { CampaignLaw, CascadeLaw } from "./draw-campaign.ts";

/** What is true of a law of campaigns, for intervals to hold. */
export interface Truth {
  readonly k: number;
  readonly k0: number;
  /** Shares per seed in the end. */
  readonly amplification: number;
}

export interface Regime {
  readonly name: string;
  readonly campaign: CampaignLaw;
  /** All cascades are over at `asOf`. */
  readonly isMature: boolean;
  readonly truth: Truth;
  /** Least part of 95 % intervals that has to hold the truth. */
  readonly bar: number;
}

const MEAN_K0 = 8;
/** Mean of K where cascades differ, and the standard deviation of its logarithm. */
const MEAN_K = 0.4;
const UNLIKE = 0.5;
/** Limits of K: nearer to 1 a single cascade is the whole campaign, and few draws of a hundred hold one. */
const MOST_K = 0.75;
const WILDEST_K = 0.9;
const LONG_AFTER = 400 * DAY;
const TRUTH_DRAWS = 200_000;

/** Children of seeds vary as much as their mean: gamma of shape 1. */
const evenSeeds = (random: Random) => MEAN_K0 * drawGamma(random, 1);
/** A few seeds are giants: the logarithm has a standard deviation of 2. */
const giantSeeds = (random: Random) => Math.min(3000, drawLognormal(random, MEAN_K0 / Math.exp(2), 2));
const unlikeK = (random: Random, most = MOST_K) =>
  Math.min(most, drawLognormal(random, MEAN_K / Math.exp(UNLIKE ** 2 / 2), UNLIKE));

interface Sketch {
  readonly law: (random: Random) => CascadeLaw;
  readonly dispersion?: number;
  readonly seedsPerGroup?: number;
  readonly bar?: number;
  /** Planted over so long, growing by this factor every two days; all long ago when left out. */
  readonly growing?: { readonly days: number };
}

const SKETCHES: Readonly<Record<string, Sketch>> = {
  mature: { law: (random) => ({ k0: evenSeeds(random), k: 0.4 }) },
  "cascades differ": { law: (random) => ({ k0: evenSeeds(random), k: unlikeK(random) }) },
  "cascades differ wildly": {
    law: (random) => ({ k0: evenSeeds(random), k: unlikeK(random, WILDEST_K) }),
    bar: 0.8,
  },
  "K .9": { law: (random) => ({ k0: evenSeeds(random), k: 0.9 }), dispersion: 0.15 },
  "giant seeds": { law: (random) => ({ k0: giantSeeds(random), k: unlikeK(random) }), bar: 0.88 },
  "groups of five": {
    law: (random) => ({ k0: evenSeeds(random), k: unlikeK(random) }),
    ...{ seedsPerGroup: 5, bar: 0.88 },
  },
  growing: { law: (random) => ({ k0: evenSeeds(random), k: 0.4 }), growing: { days: 20 } },
  "growing, cascades differ": {
    law: (random) => ({ k0: evenSeeds(random), k: unlikeK(random) }),
    growing: { days: 20 },
  },
};

/** The laws that intervals are tried on (METRICS §9). */
export const REGIMES: readonly Regime[] = Object.entries(SKETCHES).map(([name, sketch]) => ({
  ...{ name, isMature: sketch.growing === undefined, bar: sketch.bar ?? 0.92 },
  campaign: campaignOf(sketch),
  truth: truthOf(sketch.law),
}));

function campaignOf({ law, dispersion = 0.3, seedsPerGroup = 1, growing }: Sketch): CampaignLaw {
  if (growing === undefined) {
    return { law, dispersion, seedsPerGroup, plantedAt: (random) => random.next() * DAY, asOf: LONG_AFTER };
  }
  const end = growing.days * DAY;
  const rate = Math.LN2 / (2 * DAY);
  // Twice as many every two days: the later an instant, the likelier.
  const plantedAt = (random: Random) => end + Math.log(1 - random.next() * -Math.expm1(-rate * end)) / rate;
  return { law, dispersion, seedsPerGroup, plantedAt, asOf: end };
}

/** What campaigns of a law are about, weighted as sharers are: K of a cascade by how many sharers it has. */
function truthOf(law: (random: Random) => CascadeLaw): Truth {
  const random = seededRandom(77);
  let [sharers, children, seeds] = [0, 0, 0];
  for (let draw = 0; draw < TRUTH_DRAWS; draw++) {
    const { k0, k } = law(random);
    const own = k0 / (1 - k);
    seeds += k0;
    sharers += own;
    children += own * k;
  }
  return { k: children / sharers, k0: seeds / TRUTH_DRAWS, amplification: 1 + sharers / TRUTH_DRAWS };
}

/** A campaign that would grow by itself, some time after its launch: 20 seeds in the first half hour. */
export function viralLaw(k: number, asOf: number): CampaignLaw {
  return {
    ...{ seedsPerGroup: 1, dispersion: 0.3, asOf },
    law: (random) => ({ k0: evenSeeds(random), k }),
    plantedAt: (random) => random.next() * Math.min(asOf / 4, DAY / 48),
  };
}
