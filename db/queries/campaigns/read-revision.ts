import type { InputsScope } from "#db/inputs/inputs-scope.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";

// Events are only ever appended, but for an import that is undone or fails.
const REVISION = `
  SELECT json_object(
    'seq', (SELECT max(seq) FROM journal WHERE workspace_id = c.workspace_id AND campaign_id = c.id),
    'created', c.created_at, 'currency', c.currency,
    'imports', (SELECT json_group_array(id || status) FROM imports
      WHERE workspace_id = c.workspace_id AND campaign_id = c.id))
  FROM campaigns AS c WHERE c.workspace_id = ? AND c.id = ?`;

/**
 * A text that changes whenever the events of a campaign do, or what their values are worth. Costs a few lookups.
 * Null for a campaign that there is not.
 */
export function readRevision(scope: InputsScope, { campaignId }: { campaignId: number }): string | null {
  const revision = prepare(databaseOf(scope).$client, REVISION).pluck().get(scope.workspaceId, campaignId);
  return (revision as string | undefined) ?? null;
}
