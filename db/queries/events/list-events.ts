import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { type Filter, SHARE_DIMENSIONS } from "#lib/query/query.ts";

/** An event as the journal has it, in the words of the import format. */
export type ListedEvent = Pick<
  CampaignEvent,
  "id" | "kind" | "person" | "via" | "code" | "channel" | "mode" | "seedKind" | "variant" | "occurredAt"
> &
  Pick<CampaignEvent, "value" | "currency" | "role" | "score" | "label"> & {
    readonly seq: number;
    readonly receivedAt: number;
    readonly attributes: string | null;
    readonly source: string;
    readonly verified: 0 | 1;
    readonly arrives: 0 | 1;
  };

const PAGE = 2000;

const SELECT = `
  SELECT j.seq, j.event_id AS id, j.kind, j.person, j.via, j.arrives, j.code, j.channel, j.mode,
    j.seed_kind AS seedKind, j.variant, j.occurred_at AS occurredAt, j.received_at AS receivedAt,
    j.value_micros / 1e6 AS value, j.currency, j.role, j.score, j.attributes, j.verified, j.label, j.source
  FROM journal AS j`;

/** Facts of the share that an event is about, and of the root of its cascade. */
const JOIN = `
  LEFT JOIN shares AS s INDEXED BY shares_code ON s.workspace_id = j.workspace_id
    AND s.campaign_id = j.campaign_id AND s.code = CASE WHEN j.kind IN ('share', 'delivery') THEN j.code ELSE j.via END
  LEFT JOIN cascades AS c ON c.workspace_id = s.workspace_id AND c.campaign_id = s.campaign_id AND c.root = s.root`;

const COLUMNS = {
  channel: "s.channel",
  mode: "s.mode",
  generation: "CAST(min(s.depth, 3) AS TEXT)",
  evidence: "s.evidence",
  seedKind: "c.seed_kind",
  variant: "c.variant",
} as const;

/**
 * A page of a campaign's accepted events in the order in which they came, labelled ones included.
 * @param query.after seq of the last event of the page before; 0 for the first page
 * @param query.from first instant, UTC milliseconds
 * @param query.to first instant after the last
 */
export function listEvents(
  scope: Scope<"events.read">,
  query: { campaignId: number; after: number; from: number; to: number; filters?: readonly Filter[] },
): ListedEvent[] {
  const { campaignId, after, from, to, filters = [] } = query;
  const conditions = filters.map(conditionOf);
  const where = [
    "j.workspace_id = ? AND j.campaign_id = ? AND j.seq > ? AND NOT j.amends",
    "j.occurred_at >= ? AND j.occurred_at < ?",
    ...conditions.map(({ sql }) => sql),
  ];
  const sql = `${SELECT} ${filters.length === 0 ? "" : JOIN} WHERE ${where.join(" AND ")} ORDER BY j.seq LIMIT ${PAGE}`;
  return prepare(databaseOf(scope).$client, sql).all(
    ...[scope.workspaceId, campaignId, after, from, to],
    ...conditions.flatMap(({ values }) => values),
  ) as ListedEvent[];
}

function conditionOf({ dimension, isNot, values }: Filter): { sql: string; values: readonly string[] } {
  const shareDimension = SHARE_DIMENSIONS.find((known) => known === dimension);
  const column =
    shareDimension === undefined ? `json_extract(j.attributes, '$.${dimension}')` : COLUMNS[shareDimension];
  const list = values.map(() => "?").join(", ");
  // What is unknown passes a filter that excludes.
  return { sql: `coalesce(${column}, '') ${isNot ? "NOT " : ""}IN (${list})`, values };
}
