import { filterSql, integrityFilter, SHARE_JOIN } from "#db/filter-sql.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import type { LiveEvent, LiveView } from "#lib/domain/live.ts";
import type { Filter } from "#lib/query/query.ts";
import { SHARE_DIMENSIONS } from "#lib/query/query.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const MINUTES = 30;
const SHOWN = 25;
const MOST_LOOKED_AT = 500;
/** The journal has no index by time; its end is read, and at most so much of it. */
const MOST_READ = 20_000;

// Rows are only ever added, but for an import that is undone or fails; their numbers may then be given anew.
const STATE = `
  SELECT (SELECT coalesce(max(seq), 0) FROM journal WHERE workspace_id = ? AND campaign_id = ?),
    (SELECT json_group_array(id || status) FROM imports WHERE workspace_id = ? AND campaign_id = ?)`;

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
  WHERE j.received_at >= ? AND j.label IS NULL${where}`;

const newestSql = ({ join, where, share }: LiveParts) => `
  SELECT j.seq, j.kind, j.person, j.via, j.code, j.channel, j.received_at AS receivedAt,
    coalesce(own.root, above.root) AS root, above.person AS broughtBy, ${share} AS share
  FROM (SELECT * FROM journal WHERE workspace_id = ? AND campaign_id = ? ORDER BY seq DESC LIMIT ${MOST_LOOKED_AT}) j
  LEFT JOIN shares own ON own.workspace_id = j.workspace_id AND own.campaign_id = j.campaign_id AND own.code = j.code
  LEFT JOIN shares above
    ON above.workspace_id = j.workspace_id AND above.campaign_id = j.campaign_id AND above.code = j.via${join}
  WHERE j.label IS NULL AND NOT j.amends AND j.received_at >= ?${where}
  ORDER BY j.seq DESC LIMIT ?`;

interface RecentRow {
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

interface LiveQuestion {
  readonly campaignId: number;
  readonly filters?: readonly Filter[];
}

interface LiveMoment {
  /** UTC milliseconds. */
  readonly now: number;
  /** Shares that are not sound; needed by a filter by integrity. */
  readonly marked?: MarkedCodes | null;
}

/** Looks at a campaign again and again. */
export interface LiveFollower {
  look(moment: LiveMoment): LiveView;
}

/**
 * What happened in a campaign during the half hour before `now`, by when it arrived, as far as the filters let it
 * through. Whoever follows a link has a name for the day, and another one on the page behind it: the larger of the
 * two counts is at most all people.
 */
export function readLive(scope: Scope<"campaigns.read">, question: LiveQuestion & LiveMoment): LiveView {
  return followLive(scope, question).look(question);
}

/**
 * The same for whoever looks again and again: a look reads what has come since the one before. Filters by facts of
 * shares, which change when a parent comes late, read the half hour anew, but only after something has come.
 */
export function followLive(
  scope: Scope<"campaigns.read">,
  { campaignId, filters = [] }: LiveQuestion,
): LiveFollower {
  const { $client } = databaseOf(scope);
  const key = [scope.workspaceId, campaignId] as const;
  const parts = partsOf(filters);
  let known: Look | null = null;

  const recent = (after: number, from: number) =>
    prepare($client, recentSql(parts)).all(...key, after, from, ...parts.values) as RecentRow[];
  const firstRead = () => prepare($client, FIRST_READ).pluck().get(key) as number | undefined;
  const newest = (from: number, passes: Look["passes"]): LiveEvent[] => {
    const most = parts.byIntegrity.length === 0 ? SHOWN : MOST_LOOKED_AT;
    const found = prepare($client, newestSql(parts)).all(...key, from, ...parts.values, most) as NewestRow[];
    const passing = found.filter(({ share }) => passes(share)).slice(0, SHOWN);
    return passing.map(({ share: _, ...event }) => event);
  };
  return {
    look({ now, marked = null }) {
      const minute = Math.floor(now / MINUTE) * MINUTE;
      const from = minute - (MINUTES - 1) * MINUTE;
      const state = prepare($client, STATE).raw().get(key, key) as [number, string];
      const [last, imports] = state;
      const before = known?.imports === imports && known.marked === marked ? known : null;
      if (before?.last === last && before.minute === minute) return before.view;
      const passes = before?.passes ?? integrityFilter(parts.byIntegrity, marked);
      const goesOn = before !== null && !parts.isOfShares && before.last <= last && before.minute <= minute;
      const rows = goesOn ? before.rows.concat(recent(before.last, from)) : recent(0, from);
      // So many came that some have gone out of reach.
      const first = rows.some(({ seq }) => seq <= last - MOST_READ) ? (firstRead() ?? 0) : 0;
      const inReach = rows.filter(({ seq, at }) => at >= from && seq >= first && seq <= last);
      const shown = inReach.filter(({ share }) => passes(share));
      const view = { minute, ...tallyOf(shown, from), events: newest(from, passes) };
      known = { last, imports, minute, marked, passes, rows: inReach, view };
      return view;
    },
  };
}

/** What a look saw, so that the next one knows what is new. */
interface Look {
  /** Number of the journal's last row. */
  readonly last: number;
  readonly imports: string;
  readonly minute: number;
  readonly marked: MarkedCodes | null;
  readonly passes: (share: string | null) => boolean;
  readonly rows: readonly RecentRow[];
  readonly view: LiveView;
}

function partsOf(filters: readonly Filter[]): LiveParts {
  const byIntegrity = filters.filter(({ dimension }) => dimension === "integrity");
  const others = filters.filter((filter) => !byIntegrity.includes(filter));
  const isOfShares = filters.some(({ dimension }) => SHARE_DIMENSIONS.some((known) => known === dimension));
  const { where, values } = filterSql(others, null);
  const share = byIntegrity.length === 0 ? "NULL" : "s.code";
  return { join: isOfShares ? SHARE_JOIN : "", where, values, isOfShares, byIntegrity, share };
}

function tallyOf(rows: readonly RecentRow[], from: number): Pick<LiveView, "minutes" | "people"> {
  const minutes = Array.from({ length: MINUTES }, () => ({ visits: 0, shares: 0, conversions: 0 }));
  const followers = new Set<string>();
  const others = new Set<string>();
  for (const { kind, person, source, at } of rows) {
    const cell = minutes[Math.floor((at - from) / MINUTE)];
    if (cell === undefined) continue;
    if (source === "redirect") followers.add(person);
    else if (source !== "team") others.add(person);
    if (kind === "visit") cell.visits += 1;
    else if (kind === "share") cell.shares += 1;
    else if (kind === "conversion") cell.conversions += 1;
  }
  return { minutes, people: Math.max(followers.size, others.size) };
}
