import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Conversion } from "#lib/inputs/conversions-input.ts";
import type { InputsScope } from "./inputs-scope.ts";

// Amounts of different currencies do not add up: a value in another than the campaign's counts as not stated.
const CONVERSIONS = `
  SELECT j.person, j.via, j.occurred_at AS occurredAt,
    CASE WHEN c.currency IS NULL OR j.currency IS NULL OR j.currency = c.currency
      THEN j.value_micros / 1e6 END AS value
  FROM journal AS j
  JOIN campaigns AS c ON c.workspace_id = j.workspace_id AND c.id = j.campaign_id
  WHERE j.workspace_id = ? AND j.campaign_id = ? AND j.kind = 'conversion' AND NOT j.amends AND j.label IS NULL
    AND j.occurred_at <= ?
  ORDER BY j.occurred_at, j.event_id`;

/**
 * The conversions of a campaign, in their order of time; values in the campaign's currency. Reads the whole
 * journal of the campaign: for the analysis thread.
 * @param question.asOf UTC milliseconds
 */
export function readConversions(
  scope: InputsScope,
  { campaignId, asOf }: { campaignId: number; asOf: number },
): Conversion[] {
  const { $client } = databaseOf(scope);
  return prepare($client, CONVERSIONS).all(scope.workspaceId, campaignId, asOf) as Conversion[];
}
