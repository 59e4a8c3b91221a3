import { chosenForest } from "#app/_analysis/chosen-forest.ts";
import { readConversions } from "#db/inputs/read-conversions.ts";
import type { Scope } from "#lib/access/scope.ts";
import { analyseSharers } from "#lib/answers/sharers/analyse-sharers.ts";
import type { CreditRuleName, SharerRanking } from "#lib/answers/sharers/sharers.ts";
import { offspringDistribution } from "#lib/estimators/heterogeneity/offspring-distribution.ts";
import { lagsInput } from "#lib/estimators/timing/lags-input.ts";
import { conversionsInput } from "#lib/inputs/conversions-input.ts";
import type { Filter } from "#lib/query/query.ts";

/** Whose sharers, as of when. Times in milliseconds, instants UTC. */
export interface RankingQuestion {
  readonly campaignId: number;
  readonly asOf: number;
  readonly horizon: number;
  /** Which cascades, by their seed. */
  readonly filters?: readonly Filter[];
  /** The question in words, as an address has it, where the answer may stand a while. */
  readonly asked?: string;
  readonly rule: CreditRuleName;
}

/** Reads a campaign's forest and conversions, and says what every sharer brought. */
export function rankSharers(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf, horizon, filters, rule }: RankingQuestion,
): SharerRanking {
  const forest = chosenForest(scope, { campaignId, asOf, horizon, filters });
  const lags = lagsInput(forest, asOf, horizon);
  const conversions = conversionsInput(forest, readConversions(scope, { campaignId, asOf }));
  const offspring = offspringDistribution(forest, asOf, horizon, lags.interval.cdf);
  return analyseSharers({ forest, conversions, lags, offspring }, { asOf, horizon, rule });
}
