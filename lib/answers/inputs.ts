import type { PastCascade } from "#lib/answers/forecast/live-cascades.ts";
import type { AudiencePlan } from "#lib/domain/audience-plan.ts";
import type { Experiment } from "#lib/domain/experiment.ts";
import type { IssuedForecast } from "#lib/domain/issued-forecast.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import type { Person } from "#lib/domain/person.ts";
import type { LagsInput } from "#lib/estimators/interval.ts";
import type { ActivityInput } from "#lib/inputs/activity-input.ts";
import type { Conversion } from "#lib/inputs/conversions-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";

/** A whole campaign as of an instant. */
export interface CampaignInputs {
  readonly forest: ForestInput;
  readonly lags: LagsInput;
  readonly activity: ActivityInput;
}

/** What a campaign's form says of it, as far as answers rest on it. */
export interface CampaignFacts {
  readonly id: number;
  readonly name: string;
  readonly spend: number | null;
  readonly currency: string | null;
  readonly audiencePlan: AudiencePlan;
}

/** All that answers about a campaign are made of; each part is read when it is first used. */
export interface AnswerInputs extends CampaignInputs {
  readonly campaign: CampaignFacts;
  readonly conversions: readonly Conversion[];
  /** Visits through the links of shares that are no seeds; null when none was recorded. */
  readonly sharerVisits: number | null;
  /**
   * Up to when reports can be expected to be in (METRICS §2.11); the instant given where that is not asked.
   * @param now UTC milliseconds
   */
  completeUntil(now: number): number;
  /** What was laid down of the comparison of its variants; null where nothing was. */
  readonly experiment: Experiment | null;
  /** Rows of imports that were put aside and wait. */
  readonly quarantined: number;
}

/** How answers get at what they are made of, within one workspace. */
export interface InputsReader {
  /** A campaign as of an instant; null where the workspace has none such. */
  campaign(campaignId: number, context: MetricContext): AnswerInputs | null;
  /** The campaigns of the workspace, archived ones left out, by name. */
  campaigns(): readonly CampaignFacts[];
  /** Finished cascades of the whole workspace that started by an instant, UTC milliseconds. */
  history(startedBy: number): readonly PastCascade[];
  /** The forecasts of campaigns' totals that were issued in the workspace for a horizon, milliseconds. */
  issued(horizon: number): readonly IssuedForecast[];
  /** Somebody with lineage and one page of their timeline, from 1, or all of it; null for nobody. */
  person(of: {
    readonly campaignId: number;
    readonly person: string;
    readonly page: number | "all";
  }): Person | null;
}
