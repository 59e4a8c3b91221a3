import type { Estimate } from "#lib/domain/estimate.ts";
import { logTMean } from "./log-t-mean.ts";
import { mapEstimate } from "./map-estimate.ts";
import type { TreeConversions } from "./tree-conversions.ts";

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

/** Upper 95 % limit of a Poisson mean when nothing was counted, −ln 0.05 rounded (the rule of three). */
const RULE_OF_THREE = 3;

/**
 * Cost per acquisition with and without viral lift (METRICS §5.2). Intervals: spend per seed over the
 * clustered interval of mean conversions per paid cascade.
 * @param spend 0 is none, and none has no price
 * @param trees conversions so far of every cascade under a paid seed, or nowcast ones; organic cascades never enter
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
  const mean = logTMean(trees.map(conversions));
  if (mean.value === 0) return { price: { value: null, why: "too-few" }, atLeast: spend / RULE_OF_THREE };
  return { price: mapEstimate(mean, (perSeed) => spend / trees.length / perSeed), atLeast: null };
}
