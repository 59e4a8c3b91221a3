"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { archiveCampaign } from "#db/queries/campaigns/archive-campaign.ts";
import { restoreCampaign } from "#db/queries/campaigns/restore-campaign.ts";

/** Archives a campaign or brings it back; either undoes the other. */
export const setArchived = action(
  [Sent.slug, Sent.id, z.boolean()],
  async function setArchived(workspace, campaignId, archived): Promise<void> {
    await actIn(workspace, "campaigns.write", (scope) => {
      if (archived) archiveCampaign(scope, { campaignId, now: Date.now() });
      else restoreCampaign(scope, { campaignId });
    });
    revalidatePath(`/w/${encodeURIComponent(workspace)}`, "layout");
  },
);
