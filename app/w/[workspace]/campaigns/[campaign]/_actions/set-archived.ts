"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import { archiveCampaign } from "#db/queries/campaigns/archive-campaign.ts";
import { restoreCampaign } from "#db/queries/campaigns/restore-campaign.ts";
import { NotFoundError } from "#lib/access/errors.ts";

/** Archives a campaign or brings it back; either undoes the other. */
export async function setArchived(workspace: string, campaignId: number, archived: boolean): Promise<void> {
  const scope = await currentScope(workspace, "campaigns.write");
  try {
    if (archived) archiveCampaign(scope, { campaignId, now: Date.now() });
    else restoreCampaign(scope, { campaignId });
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
  revalidatePath(`/w/${encodeURIComponent(scope.workspaceSlug)}`, "layout");
}
