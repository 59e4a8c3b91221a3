"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { campaignConflict } from "#app/w/_server/campaign-conflict.ts";
import { submittedCampaign } from "#app/w/_server/submitted-campaign.ts";
import { editCampaign } from "#db/queries/campaigns/edit-campaign.ts";
import { whenFree } from "#db/when-free.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { CampaignFormState } from "#lib/domain/campaign-form.ts";

/** Stores the form and leads back to the campaign, or tells what is wrong with the form. */
export const changeCampaign = action(
  [Sent.slug, Sent.id, Sent.before, Sent.form],
  async function changeCampaign(workspace, campaignId, _before, form): Promise<CampaignFormState> {
    const scope = await currentScope(workspace, "campaigns.write");
    const submitted = await submittedCampaign(form);
    if (submitted.input === null) return submitted.state;
    try {
      await whenFree(() => editCampaign(scope, { campaignId, input: submitted.input }));
    } catch (error) {
      if (error instanceof NotFoundError) notFound();
      return campaignConflict(error, submitted.input);
    }
    const home = `/w/${encodeURIComponent(scope.workspaceSlug)}`;
    revalidatePath(home, "layout");
    redirect(`${home}/campaigns/${campaignId}`);
  },
);
