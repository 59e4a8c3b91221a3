import { readConversions } from "#db/inputs/read-conversions.ts";
import { readForestInput } from "#db/inputs/read-forest-input.ts";
import type { Scope } from "#lib/access/scope.ts";
import { analyseSharers } from "#lib/metrics/analysis/analyse-sharers.ts";
import type { CreditRuleName, SharerRanking } from "#lib/metrics/analysis/sharers.ts";
import { offspringDistribution } from "#lib/metrics/heterogeneity/offspring-distribution.ts";
import { conversionsInput } from "#lib/metrics/inputs/conversions-input.ts";
import { lagsInput } from "#lib/metrics/inputs/lags-input.ts";

/** Whose sharers, as of when. Times in milliseconds, instants UTC. */
export interface RankingQuestion {
  readonly campaignId: number;
  readonly asOf: number;
  readonly horizon: number;
  readonly rule: CreditRuleName;
}

/** Reads a campaign's forest and conversions, and says what every sharer brought. */
export function rankSharers(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf, horizon, rule }: RankingQuestion,
): SharerRanking {
  const forest = readForestInput(scope, { campaignId, asOf });
  const conversions = conversionsInput(forest, readConversions(scope, { campaignId, asOf }));
  const lags = lagsInput(forest, asOf, horizon);
  const offspring = offspringDistribution(forest, asOf, horizon, lags.interval.cdf);
  return analyseSharers({ forest, conversions, lags, offspring }, { asOf, horizon, rule });
}
