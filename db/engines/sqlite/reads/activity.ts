import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { ActivityEvent } from "#lib/inputs/activity-input.ts";
import type { Conversion } from "#lib/inputs/conversions-input.ts";
import { OF_PEOPLE } from "../effective-events.ts";
import { type ColumnQuery, type Columns, readColumns } from "../read-columns.ts";

type StoredEvent = Omit<ActivityEvent, "arrives" | "attributes"> & {
  arrives: 0 | 1;
  attributes: string | null;
};

// Amounts of different currencies do not add up: a value in another than the campaign's counts as not stated.
const IN_CURRENCY = "c.currency IS NULL OR j.currency IS NULL OR j.currency = c.currency";

const EVENTS: ColumnQuery<StoredEvent> = {
  columns: {
    ...{ kind: "j.kind", person: "j.person", via: "j.via", arrives: "j.arrives", code: "j.code" },
    ...{ occurredAt: "j.occurred_at", role: "j.role", score: "j.score", attributes: "j.attributes" },
    ...{ source: "j.source", value: `CASE WHEN ${IN_CURRENCY} THEN j.value_micros END` },
  },
  from: `FROM journal AS j NOT INDEXED
    JOIN campaigns AS c ON c.workspace_id = j.workspace_id AND c.id = j.campaign_id
    WHERE j.workspace_id = ? AND j.campaign_id = ? AND NOT j.amends AND ${OF_PEOPLE} AND j.occurred_at <= ?`,
  key: "j.seq",
};

const CONVERSIONS = `
  SELECT j.person, j.via, j.occurred_at AS occurredAt,
    CASE WHEN ${IN_CURRENCY} THEN j.value_micros / 1e6 END AS value
  FROM journal AS j
  JOIN campaigns AS c ON c.workspace_id = j.workspace_id AND c.id = j.campaign_id
  WHERE j.workspace_id = ? AND j.campaign_id = ? AND j.kind = 'conversion' AND NOT j.amends AND ${OF_PEOPLE}
    AND j.occurred_at <= ?
  ORDER BY j.occurred_at, j.event_id`;

const MICROS = 1e6;
const MOST_KNOWN = 10_000;

/** What people did up to an instant, bots and previews left out, in the order of the journal. */
export function* eachActivity(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  asOf: number,
): Generator<ActivityEvent> {
  // Few things are said of many people, so that each is parsed once.
  const known = new Map<string, ActivityEvent["attributes"]>();
  const parsed = (text: string | null): ActivityEvent["attributes"] => {
    if (text === null) return null;
    const found = known.get(text) ?? JSON.parse(text);
    if (known.size < MOST_KNOWN) known.set(text, found);
    return found;
  };
  for (const page of readColumns($client, EVENTS, [workspaceId, campaignId, asOf]))
    for (let i = 0; i < page.kind.length; i++) yield eventOf(page, i, parsed);
}

/** Conversions up to an instant, in their order of time; values in the campaign's currency. */
export function readConversions(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  asOf: number,
): Conversion[] {
  return prepare($client, CONVERSIONS).all(workspaceId, campaignId, asOf) as Conversion[];
}

function eventOf(
  page: Columns<StoredEvent>,
  i: number,
  parsed: (text: string | null) => ActivityEvent["attributes"],
): ActivityEvent {
  const value = page.value[i] ?? null;
  return {
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
