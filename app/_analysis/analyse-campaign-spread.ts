import { chosenForest } from "#app/_analysis/chosen-forest.ts";
import { countSharerVisits } from "#db/inputs/count-sharer-visits.ts";
import type { Scope } from "#lib/access/scope.ts";
import { analyseViralCoefficient } from "#lib/answers/spread/analyse-viral-coefficient.ts";
import type { ViralCoefficient } from "#lib/answers/spread/viral-coefficient.ts";
import { offspringDistribution } from "#lib/estimators/heterogeneity/offspring-distribution.ts";
import { lagsInput } from "#lib/estimators/timing/lags-input.ts";
import type { Filter } from "#lib/query/query.ts";

/** What the Viral-coefficient page asks of a campaign. Times in milliseconds, instants UTC. */
export interface SpreadQuestion {
  readonly campaignId: number;
  readonly asOf: number;
  readonly horizon: number;
  /** Which cascades, by their seed. */
  readonly filters?: readonly Filter[];
  /** The question in words, as an address has it, where the answer may stand a while. */
  readonly asked?: string;
}

/** Reads a campaign's forest and says whether it sustains itself. */
export function analyseCampaignSpread(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf, horizon, filters }: SpreadQuestion,
): ViralCoefficient {
  const forest = chosenForest(scope, { campaignId, asOf, horizon, filters });
  const lags = lagsInput(forest, asOf, horizon);
  const offspring = offspringDistribution(forest, asOf, horizon, lags.interval.cdf);
  const visits = countSharerVisits(scope, { campaignId });
  return analyseViralCoefficient({ forest, lags, offspring, visits }, { asOf, horizon, zone: scope.zone });
}
