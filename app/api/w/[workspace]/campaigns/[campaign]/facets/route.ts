import { analyse } from "#app/_server/analyse.ts";
import { analysisMoment } from "#app/w/_server/analysis-moment.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

/** The values that a campaign can be filtered by. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { scope, campaign } = await currentCampaign(params);
  const facets = await analyse(scope, "facets", { ...analysisMoment(), campaignId: campaign.id });
  return Response.json(facets, { headers: { "Cache-Control": "no-store" } });
}
