import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

const KNOWN = "SELECT 1 FROM persons WHERE workspace_id = ? AND campaign_id = ? AND person = ?";

/** Whether a campaign has ever seen a person. One lookup. */
export function isKnownPerson(
  scope: Scope<"campaigns.read">,
  { campaignId, person }: { campaignId: number; person: string },
): boolean {
  return prepare(databaseOf(scope).$client, KNOWN).get(scope.workspaceId, campaignId, person) !== undefined;
}
