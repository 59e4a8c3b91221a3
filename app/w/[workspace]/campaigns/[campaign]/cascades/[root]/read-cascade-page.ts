import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import { readCampaign } from "#db/queries/campaigns/read-campaign.ts";
import { listConversions } from "#db/queries/cascades/list-conversions.ts";
import { readCascade } from "#db/queries/cascades/read-cascade.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { packCascade } from "#lib/explorer/files/pack-cascade.ts";

/** The cascade that an address names, root still percent-encoded; answers 404 when there is none. */
export async function readCascadePage(params: { workspace: string; campaign: string; root: string }) {
  const scope = await currentScope(params.workspace, "campaigns.read");
  try {
    const root = decodeURIComponent(params.root);
    const campaignId = Number(params.campaign);
    const { cascade, shares } = readCascade(scope, { campaignId, root });
    const { name, currency } = readCampaign(scope, { campaignId });
    const conversions = listConversions(scope, { campaignId, root });
    const packed = packCascade(shares);
    return { scope, cascade, packed, conversions, campaign: name, currency };
  } catch (error) {
    // URIError: an address that was never one of ours.
    if (error instanceof NotFoundError || error instanceof URIError) notFound();
    throw error;
  }
}
