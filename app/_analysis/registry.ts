import { analyseCampaignForecast } from "#app/_analysis/analyse-campaign-forecast.ts";
import { analyseCampaignSharers } from "#app/_analysis/analyse-campaign-sharers.ts";
import { analyseCampaignSpread } from "#app/_analysis/analyse-campaign-spread.ts";
import { analyseComparison } from "#app/_analysis/analyse-comparison.ts";
import { analysePerson } from "#app/_analysis/analyse-person.ts";
import { readChannels } from "#db/queries/campaigns/read-channels.ts";

/** What the analysis thread answers: name → (scope, question) => answer that can travel between threads. */
export const ANALYSES = {
  "viral-coefficient": analyseCampaignSpread,
  forecast: analyseCampaignForecast,
  comparison: analyseComparison,
  channels: readChannels,
  sharers: analyseCampaignSharers,
  person: analysePerson,
} as const;

export type AnalysisName = keyof typeof ANALYSES;
export type AnalysisQuestionOf<N extends AnalysisName> = Parameters<(typeof ANALYSES)[N]>[1];
export type AnalysisAnswerOf<N extends AnalysisName> = ReturnType<(typeof ANALYSES)[N]>;
