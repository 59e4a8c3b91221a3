import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { ConversionsInput } from "#lib/inputs/conversions-input.ts";
import { type CascadeCount, cascadeRatio } from "./cascade-ratio.ts";
import { mapEstimate, openEnd, RULE_OF_THREE } from "./estimates.ts";
import type { LagCdf } from "./lag-distribution.ts";

/** A share's first fifth tells too little: beyond this factor a single conversion would decide the total. */
const LEAST_SEEN = 0.2;

/** What reaching somebody cost, in the currency of the spend. */
interface ReachPrice {
  /** Spend over paid seeds; null without one. */
  readonly perSeed: number | null;
  /** Spend over the seeds and everyone they brought, with the interval of mean reach, by cascades. */
  readonly earned: Estimate;
}

/**
 * Price of reach with and without what was earned (DESIGN §1).
 * @param spend 0 is none, and none has no price
 * @param reached for every seeder their paid seeds (x), and these with everyone they brought so far (y)
 */
export function earnedReachPriceOf(spend: number, reached: readonly CascadeCount[]): ReachPrice {
  const seeds = reached.reduce((sum, { x }) => sum + x, 0);
  if (seeds === 0 || spend === 0) return { perSeed: null, earned: { value: null, why: "empty" } };
  const perSeed = spend / seeds;
  return { perSeed, earned: mapEstimate(perSeedOf(reached), (reach) => perSeed / reach) };
}

/** Conversions of the cascades of one seeder. */
interface TreeConversions {
  readonly seeds: number;
  /** Through the seeds' own links. */
  readonly own: number;
  /** Through any link of the cascades. */
  readonly all: number;
}

/**
 * Conversions of every cascade whose root is wanted, those without one included, by seeder where one planted several,
 * in the order of their first roots.
 * @param among the roots of the cascades: the paid seeds, say
 * @param weight what a conversion counts, by its index; 1 when left out (`conversionNowcast` gives another)
 */
export function treeConversions(
  forest: Pick<ForestShape, "root" | "roots" | "seeder">,
  { share }: Pick<ConversionsInput, "share">,
  among: (root: number) => boolean,
  weight: ArrayLike<number> = { length: 0 },
): TreeConversions[] {
  const { root, roots } = forest;
  const own = new Float64Array(root.length);
  const all = new Float64Array(root.length);
  share.forEach((through, i) => {
    const top = root[through];
    if (top === undefined) return;
    const counts = weight[i] ?? 1;
    all[top] = (all[top] ?? 0) + counts;
    if (through === top) own[top] = (own[top] ?? 0) + counts;
  });
  const clusters = new Map<number, { seeds: number; own: number; all: number }>();
  for (const top of roots) {
    if (!among(top)) continue;
    const cluster = clusterOf(forest, top);
    const sum = clusters.get(cluster) ?? { seeds: 0, own: 0, all: 0 };
    clusters.set(cluster, sum);
    sum.seeds += 1;
    sum.own += own[top] ?? 0;
    sum.all += all[top] ?? 0;
  }
  return [...clusters.values()];
}

/**
 * For every conversion, how many the shares of its age class will have had in the end: 1 over the part of
 * conversions that come by the age of the share it came through (METRICS §5.2), at most 5; 1 through no
 * known share.
 * @param asOf UTC milliseconds
 * @param lagCdf part of a share's conversions that come by its age
 */
export function conversionNowcast(
  { at }: Pick<ForestShape, "at">,
  { share }: Pick<ConversionsInput, "share">,
  asOf: number,
  lagCdf: LagCdf,
): Float64Array {
  return Float64Array.from(share, (through) => {
    const born = at[through];
    return born === undefined ? 1 : 1 / Math.max(LEAST_SEEN, lagCdf(asOf - born));
  });
}

/** A price whose point is unknown without a conversion, but not below this. */
export interface AcquisitionPrice {
  readonly price: Estimate;
  /** Lower 95 % bound where there was no conversion: spend over 3; else null. */
  readonly atLeast: number | null;
}

/** What a conversion cost, in the currency of the spend. */
export interface AcquisitionCost {
  /** Spend over the conversions through the paid seeds' own links. */
  readonly paidOnly: AcquisitionPrice;
  /** Spend over all conversions in the cascades of paid seeds. */
  readonly effective: AcquisitionPrice;
  /** 1 − effective/paid-only: the part of the price that sharing saved; null where either is unknown. */
  readonly viralLift: number | null;
}

/**
 * Cost per acquisition with and without viral lift (METRICS §5.2). Intervals: spend per seed over the
 * interval of mean conversions per paid cascade.
 * @param spend 0 is none, and none has no price
 * @param trees conversions so far of the cascades under paid seeds, or nowcast ones; organic cascades never enter
 */
export function costPerAcquisition(spend: number, trees: readonly TreeConversions[]): AcquisitionCost {
  const paidOnly = priceOf(spend, trees, ({ own }) => own);
  const effective = priceOf(spend, trees, ({ all }) => all);
  const known = paidOnly.price.value !== null && effective.price.value !== null;
  const viralLift = known ? 1 - Number(effective.price.value) / Number(paidOnly.price.value) : null;
  return { paidOnly, effective, viralLift };
}

function priceOf(
  spend: number,
  trees: readonly TreeConversions[],
  conversions: (tree: TreeConversions) => number,
): AcquisitionPrice {
  if (spend === 0 || trees.length === 0) return { price: { value: null, why: "empty" }, atLeast: null };
  const seeds = trees.reduce((sum, tree) => sum + tree.seeds, 0);
  const mean = perSeedOf(trees.map((tree) => ({ x: tree.seeds, y: conversions(tree) })));
  if (mean.value === 0) return withoutConversion(spend / RULE_OF_THREE);
  const price = mapEstimate(mean, (perSeed) => spend / seeds / perSeed);
  return { price: withoutFarEnd(price), atLeast: null };
}

function withoutConversion(atLeast: number): AcquisitionPrice {
  return { price: { value: null, why: "too-few", low: atLeast }, atLeast };
}

/** A price so far above its value says only that the data set none. */
function withoutFarEnd(price: Estimate): Estimate {
  if (price.value === null || price.high === undefined) return price;
  return { ...price, high: price.value * openEnd(price.high / price.value) };
}

/** What comes of a seed, with the interval of leaving each seeder out: how many seeds they planted says nothing of how unlike. */
function perSeedOf(counts: readonly CascadeCount[]): Estimate {
  return cascadeRatio(counts, { denominator: true });
}
