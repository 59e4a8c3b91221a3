import { filterSql } from "#db/filter-sql.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { Filter } from "#lib/query/query.ts";

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

/**
 * A page of a campaign's accepted events in the order in which they came, labelled ones included.
 * @param query.after seq of the last event of the page before; 0 for the first page
 * @param query.from first instant, UTC milliseconds
 * @param query.to first instant after the last
 * @param query.marked shares that are not sound; needed by a filter by integrity
 */
export function listEvents(
  scope: Scope<"events.read">,
  query: {
    readonly campaignId: number;
    readonly after: number;
    readonly from: number;
    readonly to: number;
    readonly filters?: readonly Filter[];
    readonly marked?: MarkedCodes | null;
  },
): ListedEvent[] {
  const { campaignId, after, from, to, filters = [], marked = null } = query;
  const { join, where, values } = filterSql(filters, marked);
  const sql = `${SELECT}${join}
    WHERE j.workspace_id = ? AND j.campaign_id = ? AND j.seq > ? AND NOT j.amends
      AND j.occurred_at >= ? AND j.occurred_at < ?${where}
    ORDER BY j.seq LIMIT ${PAGE}`;
  return prepare(databaseOf(scope).$client, sql).all(
    ...[scope.workspaceId, campaignId, after, from, to],
    ...values,
  ) as ListedEvent[];
}
