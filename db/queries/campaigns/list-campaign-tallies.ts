import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignTally } from "#lib/answers/workspace.ts";

const TALLIES = `
  WITH forest AS (
    SELECT campaign_id, sum(size) AS shares FROM cascades WHERE workspace_id = @workspaceId GROUP BY campaign_id
  ),
  sharing AS (
    SELECT campaign_id, count(*) AS sharers FROM persons
    WHERE workspace_id = @workspaceId AND shares > 0 GROUP BY campaign_id
  )
  SELECT id, name, tool, coalesce(shares, 0) AS shares, coalesce(sharers, 0) AS sharers
  FROM campaigns LEFT JOIN forest ON forest.campaign_id = id LEFT JOIN sharing ON sharing.campaign_id = id
  WHERE workspace_id = @workspaceId AND archived_at IS NULL ORDER BY shares DESC, id`;

/** The campaigns that are not archived with what they have come to. Reads every cascade: for the threads that answer. */
export function listCampaignTallies(scope: Scope<"campaigns.read">): CampaignTally[] {
  const { workspaceId } = scope;
  return prepare(databaseOf(scope).$client, TALLIES).all({ workspaceId }) as CampaignTally[];
}
