import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { InputsScope } from "./inputs-scope.ts";

const VISITS = `
  SELECT sum(t.visits) FROM touches AS t
  JOIN shares AS s INDEXED BY shares_code USING (workspace_id, campaign_id, code)
  WHERE t.workspace_id = ? AND t.campaign_id = ? AND (s.parent IS NOT NULL OR s.faults & 3)`;

/** Visits through the links of shares that are no seeds; null when no visit was recorded. */
export function countSharerVisits(scope: InputsScope, { campaignId }: { campaignId: number }): number | null {
  const visits = prepare(databaseOf(scope).$client, VISITS).pluck().get(scope.workspaceId, campaignId);
  return visits as number | null;
}
