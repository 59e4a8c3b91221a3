import { currentScope } from "#app/_server/current-scope.ts";
import { readCampaignQuery } from "#components/campaigns/read-campaign-query.ts";
import { listCampaigns } from "#db/queries/campaigns/list-campaigns.ts";
import type { ListedCampaign } from "#lib/domain/campaign-list.ts";
import { csvFile } from "#lib/format/csv.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

interface Context {
  readonly params: Promise<{ workspace: string }>;
}

const KEYS = ["campaign", "tool", "reach", "shares", "k_so_far", "k_low_95", "k_high_95", "last_share_at"];

/** The list of campaigns as a CSV file: what the address searches and sorts by, all pages. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const scope = await currentScope((await params).workspace, "campaigns.read");
  const query = readCampaignQuery(Object.fromEntries(new URL(request.url).searchParams));
  const listed: ListedCampaign[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const list = listCampaigns(scope, { ...query, page });
    pages = list.pages;
    listed.push(...list.campaigns);
  }
  const rows = listed.map(({ name, tool, reach, shares, k, lastShareAt }) => [
    ...[name, tool, reach, shares, k.value],
    ...(k.value === null ? [null, null] : [k.low ?? null, k.high ?? null]),
    lastShareAt === null ? null : isoInZone(lastShareAt, scope.zone),
  ]);
  return new Response(csvFile(KEYS, rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="intishar_${scope.workspaceSlug}_campaigns.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
