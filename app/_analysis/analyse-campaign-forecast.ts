import { chosenForest } from "#app/_analysis/chosen-forest.ts";
import { readHistoryInput } from "#db/inputs/read-history-input.ts";
import type { Scope } from "#lib/access/scope.ts";
import { analyseForecast } from "#lib/answers/forecast/analyse-forecast.ts";
import type { CampaignForecast } from "#lib/answers/forecast/forecast.ts";
import type { Filter } from "#lib/query/query.ts";

/** What the Forecast page asks of a campaign. Times in milliseconds, instants UTC. */
export interface ForecastQuestion {
  readonly campaignId: number;
  readonly asOf: number;
  readonly horizon: number;
  /** Which cascades, by their seed. */
  readonly filters?: readonly Filter[];
  /** The question in words, as an address has it, where the answer may stand a while. */
  readonly asked?: string;
}

/** Reads a campaign's forest and the workspace's history, and says how far the campaign will go. */
export function analyseCampaignForecast(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf, horizon, filters }: ForecastQuestion,
): CampaignForecast {
  const forest = chosenForest(scope, { campaignId, asOf, horizon, filters });
  const history = readHistoryInput(scope, { startedBy: asOf - horizon });
  return analyseForecast(forest, history, { asOf, horizon, zone: scope.zone });
}
