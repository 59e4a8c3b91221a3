import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import type { LiveEvent } from "#lib/domain/live.ts";
import { type Filter, SHARE_DIMENSIONS } from "#lib/query/query.ts";
import { ChannelNames } from "../channel-names.ts";
import { OF_PEOPLE } from "../effective-events.ts";
import { filterSql, integrityFilter, SHARE_JOIN } from "./filter-sql.ts";

/** The journal has no index by time; its end is read, and at most so much of it. */
export const MOST_READ = 20_000;
const MOST_LOOKED_AT = 500;

// Rows are only ever added, but for an import that is undone or fails; their numbers may then be given anew.
const STATE = `
  SELECT (SELECT coalesce(max(seq), 0) FROM journal WHERE workspace_id = ? AND campaign_id = ?),
    (SELECT json_group_array(id || status) FROM imports WHERE workspace_id = ? AND campaign_id = ?)`;

const REPEATED =
  "SELECT 1 FROM journal WHERE workspace_id = ? AND campaign_id = ? AND seq > ? AND amends LIMIT 1";

const FIRST_READ = `
  SELECT seq FROM journal WHERE workspace_id = ? AND campaign_id = ? ORDER BY seq DESC LIMIT 1 OFFSET ${MOST_READ - 1}`;

/** What the filters make of the statements. */
interface LiveParts {
  readonly join: string;
  readonly where: string;
  readonly values: readonly string[];
  /** Whether the filters ask for facts of shares. */
  readonly isOfShares: boolean;
  /** Those that are not in `where`: the list of marked codes may be long, and is bound to no statement. */
  readonly byIntegrity: readonly Filter[];
  /** Code of the share that an event is about, for those. */
  readonly share: string;
}

const recentSql = ({ join, where, share }: LiveParts) => `
  SELECT j.seq, j.kind, j.person, j.source, j.received_at AS at, ${share} AS share FROM (
    SELECT * FROM journal WHERE workspace_id = ? AND campaign_id = ? AND seq > ?
    ORDER BY seq DESC LIMIT ${MOST_READ}) j${join}
  WHERE j.received_at >= ? AND ${OF_PEOPLE} AND NOT j.amends${where}`;

const newestSql = ({ join, where, share }: LiveParts) => `
  SELECT j.seq, j.kind, j.person, j.via, j.code, j.channel, j.received_at AS receivedAt,
    coalesce(own.root, above.root) AS root, above.person AS broughtBy, ${share} AS share
  FROM (SELECT * FROM journal WHERE workspace_id = ? AND campaign_id = ? ORDER BY seq DESC LIMIT ${MOST_LOOKED_AT}) j
  LEFT JOIN shares own ON own.workspace_id = j.workspace_id AND own.campaign_id = j.campaign_id AND own.code = j.code
  LEFT JOIN shares above
    ON above.workspace_id = j.workspace_id AND above.campaign_id = j.campaign_id AND above.code = j.via${join}
  WHERE ${OF_PEOPLE} AND NOT j.amends AND j.received_at >= ?${where}
  ORDER BY j.seq DESC LIMIT ?`;

/** An event of the half hour, as far as it is counted. */
export interface RecentRow {
  readonly seq: number;
  readonly kind: string;
  readonly person: string;
  readonly source: string;
  readonly at: number;
  readonly share: string | null;
}

interface NewestRow extends LiveEvent {
  readonly share: string | null;
}

/** The statements of one live view. */
export interface LiveReads {
  /** Whether the filters ask for facts of shares, which change when a parent comes late. */
  readonly isOfShares: boolean;
  /** Number of the journal's last row, and a text that changes when an import's status does. */
  state(): { readonly last: number; readonly imports: string };
  /** The number of the first row within reach; undefined while all are. */
  first(): number | undefined;
  /** Events after a row of the journal that arrived from an instant on. */
  recent(after: number, from: number): RecentRow[];
  /** Whether records of events that were known came after a row of the journal: one may be counted no more. */
  isRepeated(after: number): boolean;
  /** The newest events that arrived from an instant on, at most so many. */
  newest(from: number, passes: (share: string | null) => boolean, most: number): LiveEvent[];
  /** Whether an event passes the filters by integrity, by the code of its share. */
  passes(marked: MarkedCodes | null): (share: string | null) => boolean;
}

/** Reads the end of a campaign's journal, as far as filters let it through. */
export function liveReads(
  db: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  filters: readonly Filter[],
): LiveReads {
  const key = [workspaceId, campaignId] as const;
  const { $client } = db;
  const names = new ChannelNames(db, workspaceId);
  const parts = partsOf(names.inFilters(filters));
  return {
    isOfShares: parts.isOfShares,
    state() {
      const [last, imports] = prepare($client, STATE).raw().get(key, key) as [number, string];
      return { last, imports };
    },
    first: () => prepare($client, FIRST_READ).pluck().get(key) as number | undefined,
    recent: (after, from) =>
      prepare($client, recentSql(parts)).all(...key, after, from, ...parts.values) as RecentRow[],
    isRepeated: (after) => prepare($client, REPEATED).get(...key, after) !== undefined,
    newest(from, passes, most) {
      const looked = parts.byIntegrity.length === 0 ? most : MOST_LOOKED_AT;
      const found = prepare($client, newestSql(parts)).all(
        ...key,
        from,
        ...parts.values,
        looked,
      ) as NewestRow[];
      const passing = found.filter(({ share }) => passes(share)).slice(0, most);
      return names.in(passing.map(({ share: _, ...event }) => event));
    },
    passes: (marked) => integrityFilter(parts.byIntegrity, marked),
  };
}

function partsOf(filters: readonly Filter[]): LiveParts {
  const byIntegrity = filters.filter(({ dimension }) => dimension === "integrity");
  const others = filters.filter((filter) => !byIntegrity.includes(filter));
  const isOfShares = filters.some(({ dimension }) => SHARE_DIMENSIONS.some((known) => known === dimension));
  const { where, values } = filterSql(others, null);
  const share = byIntegrity.length === 0 ? "NULL" : "s.code";
  return { join: isOfShares ? SHARE_JOIN : "", where, values, isOfShares, byIntegrity, share };
}
