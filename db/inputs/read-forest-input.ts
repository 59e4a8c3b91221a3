import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import { type ForestInput, forestInput } from "#lib/metrics/inputs/forest-input.ts";

const SHARES = `
  SELECT code, via, evidence, person, channel, mode, seed_kind AS seedKind, variant, at FROM shares
  WHERE workspace_id = ? AND campaign_id = ? AND at <= ?`;

/**
 * The forest of a campaign as it stood at an instant. Reads every share: for the analysis thread.
 * @param question.asOf UTC milliseconds
 */
export function readForestInput(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf }: { campaignId: number; asOf: number },
): ForestInput {
  const shares = prepare(databaseOf(scope).$client, SHARES).all(scope.workspaceId, campaignId, asOf);
  return forestInput(shares as ForestShare[]);
}
