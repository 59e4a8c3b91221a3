import { readForestInput } from "#db/inputs/read-forest-input.ts";
import { readHistoryInput } from "#db/inputs/read-history-input.ts";
import type { Scope } from "#lib/access/scope.ts";
import { analyseForecast } from "#lib/metrics/analysis/analyse-forecast.ts";
import type { CampaignForecast } from "#lib/metrics/analysis/forecast.ts";

/** What the Forecast page asks of a campaign. Times in milliseconds, instants UTC. */
export interface ForecastQuestion {
  readonly campaignId: number;
  readonly asOf: number;
  readonly horizon: number;
}

/** Reads a campaign's forest and the workspace's history, and says how far the campaign will go. */
export function analyseCampaignForecast(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf, horizon }: ForecastQuestion,
): CampaignForecast {
  const forest = readForestInput(scope, { campaignId, asOf });
  const history = readHistoryInput(scope, { startedBy: asOf - horizon });
  return analyseForecast(forest, history, { asOf, horizon, zone: scope.zone });
}
