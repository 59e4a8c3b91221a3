import { stopping } from "#app/_front/stopping.ts";
import { memberAccess } from "#app/_server/member-access.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { createLiveStreams } from "#app/w/_server/live-stream.ts";
import { parseQuery } from "#lib/query/parse-query.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

/** The browser comes back by itself. */
const LONGEST_MS = 60_000;

const openLiveStream = createLiveStreams();

/** The last half hour of a campaign, sent whenever it changes, as server-sent events. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { scope, campaign } = await currentCampaign(params);
  const { filters } = parseQuery(new URL(request.url).searchParams).query;
  const stream = await openLiveStream({
    scope,
    campaignId: campaign.id,
    filters,
    isAllowed: await memberAccess(scope, "campaigns.read"),
    signal: AbortSignal.any([request.signal, stopping.signal, AbortSignal.timeout(LONGEST_MS)]),
  });
  return new Response(stream, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}
