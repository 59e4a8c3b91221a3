"use server";

import { revalidatePath } from "next/cache";
import { actIn } from "#app/w/_server/act-in.ts";
import { archiveCampaign } from "#db/queries/campaigns/archive-campaign.ts";
import { restoreCampaign } from "#db/queries/campaigns/restore-campaign.ts";

/** Archives a campaign or brings it back; either undoes the other. */
export async function setArchived(workspace: string, campaignId: number, archived: boolean): Promise<void> {
  await actIn(workspace, "campaigns.write", (scope) => {
    if (archived) archiveCampaign(scope, { campaignId, now: Date.now() });
    else restoreCampaign(scope, { campaignId });
  });
  revalidatePath(`/w/${encodeURIComponent(workspace)}`, "layout");
}
