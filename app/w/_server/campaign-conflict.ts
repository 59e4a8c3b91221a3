import { requestTranslate } from "#app/_server/request-translate.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { CampaignInput } from "#lib/domain/campaign.ts";
import type { CampaignFormState } from "#lib/domain/campaign-form.ts";
import { campaignFormValues } from "./campaign-form-values.ts";

/** What to show when another campaign has the name. Any other failure is thrown on. */
export async function campaignConflict(error: unknown, input: CampaignInput): Promise<CampaignFormState> {
  if (!(error instanceof ConflictError) || error.field !== "name") throw error;
  const t = await requestTranslate();
  return { values: campaignFormValues(input), errors: { name: t("campaigns.fault.taken") } };
}
