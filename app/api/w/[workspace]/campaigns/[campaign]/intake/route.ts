import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { readIntakeState } from "#db/queries/intake/read-intake-state.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

/** Whether a campaign's events arrive. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { scope, campaign } = await currentCampaign(params);
  const state = readIntakeState(scope, { campaignId: campaign.id });
  return Response.json(state, { headers: { "Cache-Control": "no-store" } });
}
