import { analyseCampaignForecast } from "#app/_analysis/analyse-campaign-forecast.ts";
import { analyseCampaignIntegrity } from "#app/_analysis/analyse-campaign-integrity.ts";
import { analyseCampaignSharers } from "#app/_analysis/analyse-campaign-sharers.ts";
import { analyseCampaignSpread } from "#app/_analysis/analyse-campaign-spread.ts";
import { analyseComparison } from "#app/_analysis/analyse-comparison.ts";
import { analyseFacets } from "#app/_analysis/analyse-facets.ts";
import { analyseMarkedCodes } from "#app/_analysis/analyse-marked-codes.ts";
import { analyseNumbers } from "#app/_analysis/analyse-numbers.ts";
import { analysePerson } from "#app/_analysis/analyse-person.ts";
import { analyseSidesOf } from "#app/_analysis/analyse-sides-of.ts";
import { type DashboardQuestion, dashboardAnalysis } from "#app/_analysis/dashboard-analysis.ts";
import { readShape } from "#app/_analysis/read-shape.ts";
import { readTools } from "#db/queries/campaigns/read-tools.ts";
import { analyseAudience } from "#lib/answers/audience/analyse-audience.ts";
import { analyseChannelBoard } from "#lib/answers/channels/analyse-channel-board.ts";
import { analyseCohorts, type CohortColumns } from "#lib/answers/cohorts/analyse-cohorts.ts";
import { analyseFunnel } from "#lib/answers/funnel/analyse-funnel.ts";
import { analyseMoney } from "#lib/answers/money/analyse-money.ts";
import { analyseOverview } from "#lib/answers/overview/analyse-overview.ts";
import { analyseValue } from "#lib/answers/value/analyse-value.ts";
import type { AudiencePlan } from "#lib/domain/audience-plan.ts";

/** What the analysis thread answers: name → (scope, question) => answer that can travel between threads. */
export const ANALYSES = {
  "viral-coefficient": analyseCampaignSpread,
  forecast: analyseCampaignForecast,
  comparison: analyseComparison,
  overview: dashboardAnalysis<ReturnType<typeof analyseOverview>, DashboardQuestion>(analyseOverview),
  channels: dashboardAnalysis<
    ReturnType<typeof analyseChannelBoard>,
    DashboardQuestion & { readonly spend: number | null }
  >(analyseChannelBoard),
  funnel: dashboardAnalysis<ReturnType<typeof analyseFunnel>, DashboardQuestion>(analyseFunnel),
  value: dashboardAnalysis<ReturnType<typeof analyseValue>, DashboardQuestion>(analyseValue),
  audience: dashboardAnalysis<
    ReturnType<typeof analyseAudience>,
    DashboardQuestion & { readonly plan: AudiencePlan }
  >((selection, { plan }) => analyseAudience(selection, plan)),
  cohorts: dashboardAnalysis<
    ReturnType<typeof analyseCohorts>,
    DashboardQuestion & { readonly by: CohortColumns }
  >(analyseCohorts),
  money: dashboardAnalysis<
    ReturnType<typeof analyseMoney>,
    DashboardQuestion & { readonly spend: number | null }
  >((selection, { spend }) => analyseMoney(selection, spend)),
  facets: analyseFacets,
  sides: analyseSidesOf,
  tools: readTools,
  shape: readShape,
  sharers: analyseCampaignSharers,
  person: analysePerson,
  integrity: analyseCampaignIntegrity,
  "marked-codes": analyseMarkedCodes,
  numbers: analyseNumbers,
} as const;

export type AnalysisName = keyof typeof ANALYSES;
export type AnalysisQuestionOf<N extends AnalysisName> = Parameters<(typeof ANALYSES)[N]>[1];
export type AnalysisAnswerOf<N extends AnalysisName> = ReturnType<(typeof ANALYSES)[N]>;
