import { type ColumnQuery, type Columns, readColumns } from "#db/engines/sqlite/read-columns.ts";
import { databaseOf } from "#db/scope.ts";
import { type ActivityEvent, type ActivityInput, activityInput } from "#lib/inputs/activity-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import type { InputsScope } from "./inputs-scope.ts";

type StoredEvent = Omit<ActivityEvent, "arrives" | "attributes"> & {
  arrives: 0 | 1;
  attributes: string | null;
};

const EVENTS: ColumnQuery<StoredEvent> = {
  columns: {
    ...{ kind: "j.kind", person: "j.person", via: "j.via", arrives: "j.arrives", code: "j.code" },
    ...{ occurredAt: "j.occurred_at", role: "j.role", score: "j.score", attributes: "j.attributes" },
    ...{ source: "j.source" },
    // Amounts of different currencies do not add up: a value in another than the campaign's counts as not stated.
    value: `CASE WHEN c.currency IS NULL OR j.currency IS NULL OR j.currency = c.currency THEN j.value_micros END`,
  },
  from: `FROM journal AS j NOT INDEXED
    JOIN campaigns AS c ON c.workspace_id = j.workspace_id AND c.id = j.campaign_id
    WHERE j.workspace_id = ? AND j.campaign_id = ? AND NOT j.amends AND j.label IS NULL AND j.occurred_at <= ?`,
  key: "j.seq",
};
const MICROS = 1e6;
const MOST_KNOWN = 10_000;

/**
 * What people did in a campaign up to an instant, bots and previews left out. Reads the whole journal of the
 * campaign: for the analysis thread.
 * @param question.asOf UTC milliseconds
 * @param question.forest of the campaign as of that instant
 */
export function readActivityInput(
  scope: InputsScope,
  { campaignId, asOf, forest }: { campaignId: number; asOf: number; forest: ForestInput },
): ActivityInput {
  const pages = readColumns(databaseOf(scope).$client, EVENTS, [scope.workspaceId, campaignId, asOf]);
  return activityInput(forest, eventsOf(pages));
}

function* eventsOf(pages: Iterable<Columns<StoredEvent>>): Generator<ActivityEvent> {
  // Few things are said of many people, so that each is parsed once.
  const known = new Map<string, ActivityEvent["attributes"]>();
  const parsed = (text: string | null): ActivityEvent["attributes"] => {
    if (text === null) return null;
    const found = known.get(text) ?? JSON.parse(text);
    if (known.size < MOST_KNOWN) known.set(text, found);
    return found;
  };
  for (const page of pages)
    for (let i = 0; i < page.kind.length; i++) {
      const value = page.value[i] ?? null;
      yield {
        kind: page.kind[i] ?? "visit",
        person: page.person[i] ?? "",
        via: page.via[i] ?? null,
        arrives: page.arrives[i] === 1,
        code: page.code[i] ?? null,
        occurredAt: page.occurredAt[i] ?? 0,
        value: value === null ? null : value / MICROS,
        role: page.role[i] ?? null,
        score: page.score[i] ?? null,
        attributes: parsed(page.attributes[i] ?? null),
        source: page.source[i] ?? "",
      };
    }
}
