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
  /** Planted over so many days, twice as many every two, and looked at then; all long ago when left out. */
  readonly growing?: { readonly days: number };
  /** Planted over so many days, as many on each, and looked at then. */
  readonly running?: { readonly days: number };
  readonly slowness?: number;
}

const alike: Sketch = { law: (random) => ({ k0: evenSeeds(random), k: MEAN_K }) };
const unlike: Sketch = { law: (random) => ({ k0: evenSeeds(random), k: unlikeK(random) }) };
const giants: Sketch = { law: (random) => ({ k0: giantSeeds(random), k: unlikeK(random) }), bar: 0.88 };

const SKETCHES: Readonly<Record<string, Sketch>> = {
  mature: alike,
  "cascades differ": unlike,
  "cascades differ wildly": {
    law: (random) => ({ k0: evenSeeds(random), k: unlikeK(random, WILDEST_K) }),
    bar: 0.8,
  },
  "K .9": { law: (random) => ({ k0: evenSeeds(random), k: 0.9 }), dispersion: 0.15 },
  "giant seeds": giants,
  "groups of five": { ...unlike, seedsPerGroup: 5, bar: 0.88 },
  growing: { ...alike, growing: { days: 20 } },
  "growing, cascades differ": { ...unlike, growing: { days: 20 } },
};

/** The laws that intervals are tried on (METRICS §9). */
export const REGIMES: readonly Regime[] = Object.entries(SKETCHES).map(([name, sketch]) =>
  regimeOf(name, sketch),
);

/** Campaigns of two weeks whose K never changes: what R over time, cohorts, trend and change should say so of. */
export const RUNNING_REGIMES: readonly Regime[] = [
  regimeOf("running", { ...alike, running: { days: 14 } }),
  regimeOf("running, cascades differ", { ...unlike, running: { days: 14 } }),
  regimeOf("long over", alike),
  regimeOf("long over, cascades differ", unlike),
];

/** Days over which the arms of a test are planted, and after which it is judged. */
export const TEST_DAYS = 21;
const tested = (sketch: Sketch) => campaignOf({ ...sketch, running: { days: TEST_DAYS } });
const ofK = (k: number): Sketch => ({ law: (random) => ({ k0: evenSeeds(random), k }) });

/** Two arms of a test. */
export interface ArmsLaw {
  readonly name: string;
  readonly arms: readonly [CampaignLaw, CampaignLaw];
  /** Whether both have the same K, so that whatever is found is false. */
  readonly areEqual: boolean;
}

/** The laws that comparisons are tried on (METRICS §7.1). */
export const ARMS_LAWS: readonly ArmsLaw[] = [
  equalArms("equal arms", alike),
  equalArms("cascades differ", unlike),
  equalArms("giant seeds", giants),
  equalArms("groups of five", { ...unlike, seedsPerGroup: 5 }),
  equalArms("one arm 4 times slower", alike, { ...alike, slowness: 4 }),
  { name: "K .3 against .45", arms: [tested(ofK(0.3)), tested(ofK(0.45))], areEqual: false },
];

function equalArms(name: string, one: Sketch, other = one): ArmsLaw {
  return { name, arms: [tested(one), tested(other)], areEqual: true };
}

function regimeOf(name: string, sketch: Sketch): Regime {
  const isMature = sketch.growing === undefined && sketch.running === undefined;
  return {
    ...{ name, isMature, bar: sketch.bar ?? 0.92 },
    campaign: campaignOf(sketch),
    truth: truthOf(sketch.law),
  };
}

function campaignOf(sketch: Sketch): CampaignLaw {
  const { law, dispersion = 0.3, seedsPerGroup = 1, slowness = 1, growing, running } = sketch;
  const own = { law, dispersion, seedsPerGroup, slowness };
  if (running !== undefined) {
    const end = running.days * DAY;
    return { ...own, plantedAt: (random) => random.next() * end, asOf: end };
  }
  if (growing === undefined) {
    return { ...own, plantedAt: (random) => random.next() * DAY, asOf: LONG_AFTER };
  }
  const end = growing.days * DAY;
  const rate = Math.LN2 / (2 * DAY);
  // Twice as many every two days: the later an instant, the likelier.
  const plantedAt = (random: Random) => end + Math.log(1 - random.next() * -Math.expm1(-rate * end)) / rate;
  return { ...own, plantedAt, asOf: end };
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
