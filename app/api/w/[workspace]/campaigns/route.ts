import { attachment } from "#app/_files/content-disposition.ts";
import { csvPieces, pagesOf } from "#app/_files/csv-pieces.ts";
import { streamText } from "#app/_files/stream-text.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { listCampaigns } from "#app/w/_server/list-campaigns.ts";
import { readCampaignQuery } from "#components/campaigns/read-campaign-query.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

interface Context {
  readonly params: Promise<{ workspace: string }>;
}

const KEYS = ["campaign", "tool", "reach", "shares", "k_so_far", "k_low_95", "k_high_95", "last_share_at"];

/** The list of campaigns as a CSV file: what the address searches and sorts by, all pages. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const scope = await currentScope((await params).workspace, "campaigns.read");
  const query = readCampaignQuery(Object.fromEntries(new URL(request.url).searchParams));
  const listed = await listCampaigns(scope, query);
  const rows = listed.map(({ name, tool, reach, shares, k, lastShareAt }) => [
    ...[name, tool, reach, shares, k.value],
    ...(k.value === null ? [null, null] : [k.low ?? null, k.high ?? null]),
    lastShareAt === null ? null : isoInZone(lastShareAt, scope.zone),
  ]);
  return new Response(streamText(csvPieces(KEYS, pagesOf(rows))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment(`intishar_${scope.workspaceSlug}_campaigns.csv`),
      "Cache-Control": "no-store",
    },
  });
}
