import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CohortsInput } from "#lib/inputs/cohorts-input.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";

const CONVERTED = `
  SELECT j.person, j.occurred_at AS at, s.person AS bringer FROM journal AS j
  LEFT JOIN shares AS s INDEXED BY shares_code
    ON s.workspace_id = j.workspace_id AND s.campaign_id = j.campaign_id AND s.code = j.via AND s.at <= @asOf
  WHERE j.workspace_id = @workspaceId AND j.campaign_id = @campaignId AND j.kind = 'conversion' AND NOT j.amends
    AND j.label IS NULL AND j.occurred_at <= @asOf
  ORDER BY j.occurred_at, j.event_id`;

const SHARED = `SELECT count(*) AS invites, count(DISTINCT person) AS inviters FROM shares WHERE ${CAMPAIGN} AND at <= ?`;

interface Converted {
  readonly person: string;
  readonly at: number;
  /** Whose share brought them; null for nobody known. */
  readonly bringer: string | null;
}

/**
 * The campaign counted in users, without its forest: who reached the goal when, and which of them brought whom.
 * @param question.asOf UTC milliseconds
 */
export function readCohortsInput(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf }: { campaignId: number; asOf: number },
): CohortsInput {
  const { $client } = databaseOf(scope);
  const { workspaceId } = scope;
  const rows = prepare($client, CONVERTED).all({ workspaceId, campaignId, asOf }) as Converted[];
  const first = new Map<string, Converted>();
  for (const row of rows) if (!first.has(row.person)) first.set(row.person, row);
  const users = [...first.values()];
  const placeOf = new Map(users.map(({ person }, user) => [person, user]));
  const shared = prepare($client, SHARED).get(workspaceId, campaignId, asOf);
  return {
    ...(shared as Pick<CohortsInput, "invites" | "inviters">),
    joinedAt: Float64Array.from(users, ({ at }) => at),
    broughtBy: Int32Array.from(users, ({ bringer }) => placeOf.get(bringer ?? "") ?? -1),
    converted: users.filter(({ bringer }) => bringer !== null).length,
  };
}
