import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ShareConversions } from "#lib/cascade/share-conversions.ts";

// `touches` holds the journal's sums by code: reading it costs the cascade, not the campaign's whole journal.
const SQL = `
  SELECT s.code, t.conversions, t.value_micros / 1e6 AS value
  FROM shares s INDEXED BY shares_root JOIN touches t
    ON t.workspace_id = s.workspace_id AND t.campaign_id = s.campaign_id AND t.code = s.code
  WHERE s.workspace_id = ? AND s.campaign_id = ? AND s.root = ? AND t.conversions > 0
  ORDER BY s.code`;

/** Conversions through the shares of one cascade; shares without any are left out, a root unknown here has none. */
export function listConversions(
  scope: Scope<"campaigns.read">,
  { campaignId, root }: { readonly campaignId: number; readonly root: string },
): ShareConversions[] {
  return prepare(databaseOf(scope).$client, SQL).all(
    scope.workspaceId,
    campaignId,
    root,
  ) as ShareConversions[];
}
