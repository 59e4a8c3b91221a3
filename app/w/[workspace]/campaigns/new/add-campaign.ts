"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { campaignConflict } from "#app/w/_server/campaign-conflict.ts";
import { submittedCampaign } from "#app/w/_server/submitted-campaign.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { whenFree } from "#db/when-free.ts";
import type { CampaignFormState } from "#lib/domain/campaign-form.ts";

/** Creates the campaign of the form and leads to it, or tells what is wrong with the form. */
export const addCampaign = action(
  [Sent.slug, Sent.before, Sent.form],
  async function addCampaign(workspace, _before, form): Promise<CampaignFormState> {
    const scope = await currentScope(workspace, "campaigns.write");
    const submitted = await submittedCampaign(form);
    if (submitted.input === null) return submitted.state;
    let id: number;
    try {
      id = await whenFree(() => createCampaign(scope, { input: submitted.input, now: Date.now() }));
    } catch (error) {
      return campaignConflict(error, submitted.input);
    }
    const home = `/w/${encodeURIComponent(scope.workspaceSlug)}`;
    revalidatePath(home);
    redirect(`${home}/campaigns/${id}`);
  },
);
