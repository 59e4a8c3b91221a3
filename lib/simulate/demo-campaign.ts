import type { AudiencePlan } from "#lib/domain/audience-plan.ts";
import type { Tool } from "#lib/domain/campaign.ts";
import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";

export interface Bilingual {
  readonly en: string;
  readonly ar: string;
}

/** A made-up campaign of the demo workspace: what its team would have typed in, and how it spreads. */
export interface DemoCampaign {
  readonly slug: string;
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly tool: Tool;
  readonly goal: Bilingual;
  /** In units of `currency`. */
  readonly spend: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly audience: Bilingual;
  readonly audiencePlan: AudiencePlan;
  /** UTC milliseconds. */
  readonly startAt: number;
  /** UTC milliseconds; null while no end is planned. */
  readonly endAt: number | null;
  /** For `seededRandom`. */
  readonly seed: number;
  readonly plan: CampaignPlan;
}
