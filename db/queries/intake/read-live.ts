import { prepare } from "#db/engines/sqlite/prepare.ts";
import { type FilterSql, filterSql } from "#db/filter-sql.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import type { LiveEvent, LiveView } from "#lib/domain/live.ts";
import type { Filter } from "#lib/query/query.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const MINUTES = 30;
const SHOWN = 25;
const MOST_LOOKED_AT = 500;
/** The journal has no index by time; its end is read, and at most so much of it. */
const MOST_READ = 20_000;

const recentSql = ({ join, where }: FilterSql) => `
  SELECT j.kind, j.person, j.source, j.received_at AS at FROM (
    SELECT * FROM journal WHERE workspace_id = ? AND campaign_id = ? ORDER BY seq DESC LIMIT ${MOST_READ}) j${join}
  WHERE j.received_at >= ? AND j.label IS NULL${where}`;

const newestSql = ({ join, where }: FilterSql) => `
  SELECT j.seq, j.kind, j.person, j.via, j.code, j.channel, j.received_at AS receivedAt,
    coalesce(own.root, above.root) AS root, above.person AS broughtBy
  FROM (SELECT * FROM journal WHERE workspace_id = ? AND campaign_id = ? ORDER BY seq DESC LIMIT ${MOST_LOOKED_AT}) j
  LEFT JOIN shares own ON own.workspace_id = j.workspace_id AND own.campaign_id = j.campaign_id AND own.code = j.code
  LEFT JOIN shares above
    ON above.workspace_id = j.workspace_id AND above.campaign_id = j.campaign_id AND above.code = j.via${join}
  WHERE j.label IS NULL AND NOT j.amends AND j.received_at >= ?${where}
  ORDER BY j.seq DESC LIMIT ${SHOWN}`;

interface RecentRow {
  readonly kind: string;
  readonly person: string;
  readonly source: string;
  readonly at: number;
}

/**
 * What happened in a campaign during the half hour before `now`, by when it arrived, as far as the filters let it
 * through. Whoever follows a link has a name for the day, and another one on the page behind it: the larger of the
 * two counts is at most all people.
 * @param question.marked shares that are not sound; needed by a filter by integrity
 */
export function readLive(
  scope: Scope<"campaigns.read">,
  question: {
    readonly campaignId: number;
    readonly now: number;
    readonly filters?: readonly Filter[];
    readonly marked?: MarkedCodes | null;
  },
): LiveView {
  const { campaignId, now, filters = [], marked = null } = question;
  const { $client } = databaseOf(scope);
  const minute = Math.floor(now / MINUTE) * MINUTE;
  const from = minute - (MINUTES - 1) * MINUTE;
  const filter = filterSql(filters, marked);
  const key = [scope.workspaceId, campaignId, from, ...filter.values] as const;
  const minutes = Array.from({ length: MINUTES }, () => ({ visits: 0, shares: 0, conversions: 0 }));
  const followers = new Set<string>();
  const others = new Set<string>();
  for (const row of prepare($client, recentSql(filter)).all(...key) as RecentRow[]) {
    const cell = minutes[Math.floor((row.at - from) / MINUTE)];
    if (cell === undefined) continue;
    if (row.source === "redirect") followers.add(row.person);
    else if (row.source !== "team") others.add(row.person);
    if (row.kind === "visit") cell.visits += 1;
    else if (row.kind === "share") cell.shares += 1;
    else if (row.kind === "conversion") cell.conversions += 1;
  }
  return {
    minute,
    minutes,
    people: Math.max(followers.size, others.size),
    events: prepare($client, newestSql(filter)).all(...key) as LiveEvent[],
  };
}
