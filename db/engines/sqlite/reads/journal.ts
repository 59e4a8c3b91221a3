import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import { type CampaignEvent, DOUBTFUL } from "#lib/domain/event.ts";
import { isShareRecord } from "#lib/domain/event-record.ts";
import type { ReportDelays } from "#lib/estimators/report-delay.ts";
import type { Filter } from "#lib/query/query.ts";
import type { FiledEvent } from "#lib/sources/event-file.ts";
import { ChannelNames } from "../channel-names.ts";
import { EFFECTIVE, EFFECTIVE_EVENTS, IS_KEPT } from "../effective-events.ts";
import { microsOf } from "../micros-of.ts";
import { filterSql } from "./filter-sql.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";

const LISTED = `
  SELECT j.seq, j.event_id AS id, j.kind, j.person, ${EFFECTIVE.via} AS via, ${EFFECTIVE.arrives} AS arrives, j.code,
    j.channel, j.mode, ${EFFECTIVE.seedKind} AS seedKind, j.variant, j.occurred_at AS occurredAt, j.received_at AS receivedAt,
    j.value_micros / 1e6 AS value, j.currency, j.role, j.score, j.attributes, ${EFFECTIVE.verified} AS verified,
    j.label, j.source
  FROM ${EFFECTIVE_EVENTS}`;

// A link that the team makes and the rows of a file are events, too, and so is what a machine fetched: none of them
// shows that collecting works.
const LAST_COLLECTED = `SELECT max(received_at) FROM (
    SELECT received_at, source, label, amends FROM journal
    WHERE ${CAMPAIGN} ORDER BY seq DESC LIMIT ?)
  WHERE ifnull(label, '${DOUBTFUL}') = '${DOUBTFUL}' AND source IN ('browser', 'server', 'redirect') AND NOT amends`;

// Rows of files and links that the team makes come when somebody brings them; how late says nothing of reports.
const DELAYS = `SELECT happenedAt, receivedAt FROM (
    SELECT occurred_at AS happenedAt, received_at AS receivedAt, source, label, amends, import_id AS importId
    FROM journal WHERE ${CAMPAIGN} ORDER BY seq DESC LIMIT ?)
  WHERE ifnull(label, '${DOUBTFUL}') = '${DOUBTFUL}' AND NOT amends AND importId IS NULL AND source IN ('browser', 'server', 'redirect')`;

const KNOWN = `SELECT 1 FROM journal INDEXED BY journal_event
  WHERE ${CAMPAIGN} AND event_id = ? AND (kind <> 'share' OR label IS NOT NULL) AND amends = 0`;
const SHARED = `SELECT 1 FROM journal INDEXED BY journal_share
  WHERE ${CAMPAIGN} AND code = ? AND kind = 'share' AND label IS NULL AND amends = 0`;
const SAYS = "AND kind = ? AND person = ? AND via IS ? AND code IS ? AND value_micros IS ?";

/** An event as its records say it, with its number in the journal. */
export interface ListedEvent extends FiledEvent {
  readonly seq: number;
}

type ListedRow = Omit<ListedEvent, "attributes" | "verified" | "arrives"> & {
  readonly attributes: string | null;
  readonly verified: 0 | 1;
  readonly arrives: 0 | 1;
};

/** What events must have. */
interface Filtered {
  readonly filters: readonly Filter[];
  /** Shares that are not sound; needed by a filter by integrity. */
  readonly marked: MarkedCodes | null;
}

/** Events that happened within [from, to), in the order in which they came, after one of them. */
export function readJournalPage(
  db: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  page: Filtered & {
    readonly after: number;
    readonly from: number;
    readonly to: number;
    readonly limit: number;
  },
): ListedEvent[] {
  const names = new ChannelNames(db, workspaceId);
  const { join, where, values } = filterSql(names.inFilters(page.filters), page.marked);
  const sql = `${LISTED}${join}
    WHERE j.workspace_id = ? AND j.campaign_id = ? AND j.seq > ? AND ${IS_KEPT}
      AND j.occurred_at >= ? AND j.occurred_at < ?${where}
    ORDER BY j.seq LIMIT ?`;
  const { after, from, to, limit } = page;
  const asked = [workspaceId, campaignId, after, from, to, ...values, limit];
  const rows = prepare(db.$client, sql).all(...asked) as ListedRow[];
  return rows.map(({ attributes, verified, arrives, ...row }) => ({
    ...row,
    // What is set apart names the agent that fetched.
    channel: row.label === null ? names.of(row.channel) : row.channel,
    attributes: attributes === null ? null : JSON.parse(attributes),
    verified: verified === 1,
    arrives: arrives === 1,
  }));
}

/** When the latest of the last `looked` events came that a collector took in; null when none of them did. */
export function readLastCollected(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  looked: number,
): number | null {
  return prepare($client, LAST_COLLECTED).pluck().get(workspaceId, campaignId, looked) as number | null;
}

/** When those of the last `looked` events happened and came that collectors took in. */
export function readReportDelays(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  looked: number,
): ReportDelays {
  const rows = prepare($client, DELAYS).raw().all(workspaceId, campaignId, looked) as [number, number][];
  return {
    happenedAt: Float64Array.from(rows, ([happened]) => happened),
    receivedAt: Float64Array.from(rows, ([, received]) => received),
  };
}

/** Whether an event that is no share is known by its id. */
export function isKnownEvent(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  id: string,
): boolean {
  return prepare($client, KNOWN).get(workspaceId, campaignId, id) !== undefined;
}

/** Whether the record that is kept of an event says the same: who did what, brought by whom, worth what. */
export function isSameEvent(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  event: CampaignEvent,
): boolean {
  const { id, kind, person, via, code, value } = event;
  const [known, name] = isShareRecord(event) ? [SHARED, code] : [KNOWN, id];
  const micros = value === null ? null : microsOf(value);
  const same = prepare($client, `${known} ${SAYS}`).get(
    workspaceId,
    campaignId,
    name,
    kind,
    person,
    via,
    code,
    micros,
  );
  return same !== undefined;
}
