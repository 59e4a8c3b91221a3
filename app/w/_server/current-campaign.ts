import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import type { CampaignRecord } from "#db/queries/campaigns/campaign-record.ts";
import { readCampaign } from "#db/queries/campaigns/read-campaign.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/** The campaign that a path names, with leave to read it; 404 when there is none for this person. */
export async function currentCampaign(
  params: Promise<{ workspace: string; campaign: string }>,
): Promise<{ scope: Scope<"campaigns.read">; campaign: CampaignRecord; base: string }> {
  const { workspace, campaign: id } = await params;
  const base = `/w/${encodeURIComponent(workspace)}/campaigns/${encodeURIComponent(id)}`;
  const scope = await currentScope(workspace, "campaigns.read", base);
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    return { scope, campaign: readCampaign(scope, { campaignId: Number(id) }), base };
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
