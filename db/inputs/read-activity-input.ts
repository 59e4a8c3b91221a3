import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { type ActivityEvent, type ActivityInput, activityInput } from "#lib/metrics/inputs/activity-input.ts";
import type { ForestInput } from "#lib/metrics/inputs/forest-input.ts";

// Amounts of different currencies do not add up: a value in another than the campaign's counts as not stated.
const EVENTS = `
  SELECT j.kind, j.person, j.via, j.arrives, j.code, j.occurred_at AS occurredAt, j.role, j.score, j.attributes,
    j.source, CASE WHEN c.currency IS NULL OR j.currency IS NULL OR j.currency = c.currency
      THEN j.value_micros / 1e6 END AS value
  FROM journal AS j NOT INDEXED
  JOIN campaigns AS c ON c.workspace_id = j.workspace_id AND c.id = j.campaign_id
  WHERE j.workspace_id = ? AND j.campaign_id = ? AND NOT j.amends AND j.label IS NULL AND j.occurred_at <= ?
  ORDER BY j.seq`;

type StoredEvent = Omit<ActivityEvent, "arrives" | "attributes"> & {
  arrives: 0 | 1;
  attributes: string | null;
};

/**
 * What people did in a campaign up to an instant, bots and previews left out. Reads the whole journal of the
 * campaign: for the analysis thread.
 * @param question.asOf UTC milliseconds
 * @param question.forest of the campaign as of that instant
 */
export function readActivityInput(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf, forest }: { campaignId: number; asOf: number; forest: ForestInput },
): ActivityInput {
  const rows = prepare(databaseOf(scope).$client, EVENTS).iterate(scope.workspaceId, campaignId, asOf);
  return activityInput(forest, typedEvents(rows as Iterable<StoredEvent>));
}

function* typedEvents(rows: Iterable<StoredEvent>): Generator<ActivityEvent> {
  for (const row of rows) {
    const attributes = row.attributes === null ? null : JSON.parse(row.attributes);
    yield { ...row, arrives: row.arrives === 1, attributes };
  }
}
