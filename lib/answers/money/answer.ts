import { overPeriod } from "#lib/answers/answer.ts";
import type { Selection } from "#lib/answers/selection/selection.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import {
  type AcquisitionCost,
  conversionNowcast,
  costPerAcquisition,
  earnedReachPriceOf,
  treeConversions,
} from "#lib/estimators/money.ts";
import { conversionLagCdf } from "./conversion-lag-cdf.ts";
import { paidReach } from "./paid-reach.ts";

const CONVERSION = EVENT_KINDS.indexOf("conversion");

/** What reaching and winning people cost, in the campaign's currency, over the paid seeds of a stretch. */
export interface MoneyAnswer {
  /** All that the campaign states; the stretch's part is by its paid seeds. */
  readonly spend: number;
  readonly paidSeeds: number;
  readonly paidReach: number;
  readonly pricePerSeed: number | null;
  readonly earnedReachPrice: Estimate;
  readonly cost: AcquisitionCost;
  /** The effective price once the conversions of young shares have come; null where no lag is known. */
  readonly nowcast: Estimate | null;
}

/**
 * Price of reach and of conversions with what sharing earned (METRICS §5.2). Only cascades under paid seeds that the
 * question chose count, whole; the spend is theirs in proportion. Null without spend or a paid seed.
 */
export function analyseMoney(selection: Selection, campaignSpend: number | null): MoneyAnswer | null {
  const { forest, chosen, activity, asOf } = selection;
  const isPaid = (root: number) => forest.paid[root] === 1 && isSeed(forest, root);
  const isChosen = (root: number) => isPaid(root) && chosen[root] === 1;
  const all = forest.roots.filter(isPaid).length;
  const paidSeeds = forest.roots.filter(isChosen).length;
  if (campaignSpend === null || campaignSpend === 0 || paidSeeds === 0) return null;
  const spend = (campaignSpend * paidSeeds) / all;
  const converted = [...activity.kind.keys()].filter((event) => activity.kind[event] === CONVERSION);
  const conversions = { share: Int32Array.from(converted, (event) => activity.share[event] ?? -1) };
  const reach = paidReach(forest, isChosen);
  const { perSeed, earned } = earnedReachPriceOf(spend, reach);
  const lagCdf = conversionLagCdf(selection);
  const weight = lagCdf === null ? null : conversionNowcast(forest, conversions, asOf, lagCdf);
  const nowcast =
    weight === null
      ? null
      : costPerAcquisition(spend, treeConversions(forest, conversions, isChosen, weight)).effective.price;
  return {
    ...{ spend, paidSeeds, pricePerSeed: perSeed, earnedReachPrice: earned, nowcast },
    paidReach: reach.reduce((sum, { y: people }) => sum + people, 0),
    cost: costPerAcquisition(spend, treeConversions(forest, conversions, isChosen)),
  };
}

/** What it cost, with the currency in which that is stated. */
export const moneyAnswer = overPeriod((selection, _question, { campaign }) => ({
  currency: campaign.currency,
  money: analyseMoney(selection, campaign.spend),
}));
