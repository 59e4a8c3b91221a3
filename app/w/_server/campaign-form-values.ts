import type { PlannedAttribute } from "#lib/domain/audience-plan.ts";
import { type CampaignInput, TOOLS } from "#lib/domain/campaign.ts";
import type { CampaignFormState } from "#lib/domain/campaign-form.ts";

/** A campaign as the fields of its form hold it; an empty form without one. */
export function campaignFormValues(campaign?: CampaignInput): CampaignFormState["values"] {
  const planned = (attribute: PlannedAttribute) => campaign?.audiencePlan?.[attribute]?.join(", ") ?? "";
  return {
    name: campaign?.name ?? "",
    tool: campaign?.tool ?? TOOLS[0],
    description: campaign?.description ?? "",
    startsOn: campaign?.startsOn ?? "",
    endsOn: campaign?.endsOn ?? "",
    spend: campaign?.spend?.toString() ?? "",
    currency: campaign?.currency ?? "",
    audience: campaign?.audience ?? "",
    planCountry: planned("country"),
    planCity: planned("city"),
    planAgeBand: planned("ageBand"),
    planOccupation: planned("occupation"),
    planInterests: planned("interests"),
    goal: campaign?.goal ?? "",
  };
}
