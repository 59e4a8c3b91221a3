import { csvDialectOf } from "#app/_files/csv-dialect-of.ts";
import { csvResponse } from "#app/_files/csv-response.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { memberAccess } from "#app/_server/member-access.ts";
import { campaignKs, listCampaigns } from "#app/w/_server/list-campaigns.ts";
import { readCampaignQuery } from "#components/campaigns/read-campaign-query.ts";
import { estimateCells } from "#lib/answers/table.ts";
import { csvPieces } from "#lib/format/csv.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

interface Context {
  readonly params: Promise<{ workspace: string }>;
}

const K_KEYS = ["k", "k_low_95", "k_high_95", "k_note", "k_within_ms"];
const KEYS = ["campaign", "tool", "sharers", "shares", ...K_KEYS, "last_share_at"];

/** The list of campaigns as a CSV file: what the address searches and sorts by, all pages. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const scope = await currentScope((await params).workspace, "campaigns.read");
  const query = readCampaignQuery(Object.fromEntries(new URL(request.url).searchParams));
  const listed = await listCampaigns(scope, query);
  const ks = await campaignKs(
    scope,
    listed.map(({ id }) => id),
  );
  const rows = listed.map(({ id, name, tool, sharers, shares, lastShareAt }) => [
    name,
    tool,
    sharers,
    shares,
    ...estimateCells(ks.get(id) ?? { value: null, why: "empty" }),
    lastShareAt === null ? null : isoInZone(lastShareAt, scope.zone),
  ]);
  const isAllowed = await memberAccess(scope, "campaigns.read");
  const dialect = csvDialectOf(request);
  const name = `intishar_${scope.workspaceSlug}_campaigns`;
  return csvResponse(name, KEYS, csvPieces(rows, dialect), { dialect, isAllowed });
}
