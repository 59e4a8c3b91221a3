import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

const CORRECTIONS = `
  SELECT json_object(
    'zone', (SELECT zone FROM workspaces WHERE id = @id),
    'campaigns', (SELECT json_group_array(json_array(id, name, tool, spend, currency, audience_plan, archived_at))
      FROM campaigns WHERE workspace_id = @id),
    'channels', (SELECT json_group_array(json_array(name, channel)) FROM channel_merges WHERE workspace_id = @id),
    'imports', (SELECT json_group_array(json_array(id, status)) FROM imports
      WHERE workspace_id = @id AND status IN ('failed', 'cancelled', 'undoing', 'undone')))`;

/**
 * A text that changes when what a workspace's answers rest on is corrected: an import taken back, a campaign's form
 * filled in anew, a channel merged. New events leave it as it is. Costs two lookups.
 */
export function readCorrections(scope: Scope): string {
  return prepare(databaseOf(scope).$client, CORRECTIONS).pluck().get({ id: scope.workspaceId }) as string;
}
