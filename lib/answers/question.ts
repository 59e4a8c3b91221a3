import type { MetricContext } from "#lib/domain/metric-context.ts";
import type { Query } from "#lib/query/query.ts";
import { type Frame, type Life, resolveQuery } from "#lib/query/resolve-query.ts";
import { DAY, MINUTE } from "#lib/time/lengths.ts";

/** Maturity horizons to choose from, the usual one first: content, and referral programmes (METRICS §0). */
export const HORIZON_DAYS = [7, 14, 30] as const;
export type HorizonDays = (typeof HORIZON_DAYS)[number];

/** Parts of an address that only some answers read, such as the order of a list. */
export const OPTIONS = [
  "a",
  "a-branch",
  "b",
  "b-branch",
  "by",
  "channel",
  "credit",
  "minSize",
  "order",
  "page",
  "person",
  "search",
  "sort",
  "tree",
  "who",
] as const;
export type Options = Readonly<Partial<Record<(typeof OPTIONS)[number], string>>> & {
  /** All rows of a list instead of one page of it: for files. */
  readonly rows?: "all";
};

/** What is asked of a campaign. Made once from an address; every answer, file and report is bound to one. */
export interface Question extends Frame, MetricContext {
  readonly campaignId: number;
  /** As of when answers about whole cascades speak: the end of a period that is over, else `asOf`. UTC milliseconds. */
  readonly wholeAsOf: number;
  /** The question as the address has it. */
  readonly query: Query;
  readonly options: Options;
}

/** The end of the running minute: the one instant of "now", so that equal questions are answered once. */
export function minuteOf(now: number): number {
  return Math.ceil(now / MINUTE) * MINUTE;
}

/** The maturity horizon that an address names, such as `?horizon=30d`; the usual one where it names none. */
export function horizonOf(address: URLSearchParams): HorizonDays {
  return HORIZON_DAYS.find((days) => address.get("horizon") === `${days}d`) ?? HORIZON_DAYS[0];
}

/**
 * Makes a question of an address that was parsed.
 * @param at.now UTC milliseconds
 * @param at.other life of the campaign compared with, where the query compares with one
 */
export function questionOf(
  campaignId: number,
  { query, address }: { query: Query; address: URLSearchParams },
  at: { now: number; workspaceZone: string; life: Life; other: Life | null },
): Question {
  const asOf = minuteOf(at.now);
  const frame = resolveQuery(query, { ...at, now: asOf });
  const isLaunch = "preset" in query.period && query.period.preset === "launch";
  const named = OPTIONS.flatMap((name) => {
    const value = address.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    ...frame,
    campaignId,
    asOf,
    horizon: horizonOf(address) * DAY,
    wholeAsOf: isLaunch ? asOf : Math.min(frame.to, asOf),
    query,
    options: Object.fromEntries(named),
  };
}
