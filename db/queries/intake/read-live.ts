import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import type { LiveView } from "#lib/domain/live.ts";
import type { Filter } from "#lib/query/query.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const MINUTES = 30;
const SHOWN = 25;

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
  const key = { workspaceId: scope.workspaceId, campaignId };
  const { MOST_READ, liveReads } = EVENT_READS.live;
  const reads = liveReads(databaseOf(scope, campaignId), key, filters);
  let known: Look | null = null;
  return {
    look({ now, marked = null }) {
      const minute = Math.floor(now / MINUTE) * MINUTE;
      const from = minute - (MINUTES - 1) * MINUTE;
      const { last, imports } = reads.state();
      const before = known?.imports === imports && known.marked === marked ? known : null;
      if (before?.last === last && before.minute === minute) return before.view;
      const passes = before?.passes ?? reads.passes(marked);
      const isLater = before !== null && before.last <= last && before.minute <= minute;
      const goesOn = isLater && !reads.isOfShares && !reads.isRepeated(before.last);
      const rows = goesOn ? before.rows.concat(reads.recent(before.last, from)) : reads.recent(0, from);
      // So many came that some have gone out of reach.
      const first = rows.some(({ seq }) => seq <= last - MOST_READ) ? (reads.first() ?? 0) : 0;
      const inReach = rows.filter(({ seq, at }) => at >= from && seq >= first && seq <= last);
      const shown = inReach.filter(({ share }) => passes(share));
      const view = { minute, ...tallyOf(shown, from), events: reads.newest(from, passes, SHOWN) };
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
  readonly rows: ReturnType<ReturnType<typeof EVENT_READS.live.liveReads>["recent"]>;
  readonly view: LiveView;
}

function tallyOf(rows: Look["rows"], from: number): Pick<LiveView, "minutes" | "people"> {
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
