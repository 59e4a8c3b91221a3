import { dayAfter } from "#lib/time/days.ts";
import type { QueryGrain } from "#lib/time/grain.ts";
import { DAY, HOUR, WEEK } from "#lib/time/lengths.ts";
import type { Span } from "#lib/time/span.ts";
import { clockInstant, dayAt, dayStart, touchedDays, weekStart, zoneOffset } from "#lib/time/zone-clock.ts";
import { fittingGrain } from "./fitting-grain.ts";
import type { Comparison, Filter, Period, Preset, Query, Shift } from "./query.ts";

/** A question in instants. */
export interface Frame extends Span {
  readonly grain: QueryGrain;
  readonly zone: string;
  readonly filters: readonly Filter[];
  /** What it is compared with; its campaign, where that is another one. Null: nothing, or nothing that there is. */
  readonly before: (Span & { readonly campaignId: number | null }) | null;
}

/** When a campaign's first and last events were; UTC milliseconds. */
export interface Life {
  readonly first: number;
  readonly last: number;
}

/**
 * Says which instants a question asks about, as of `now`. A period that still runs ends now, and what it is
 * compared with is as long as the part of it that is over (DESIGN §5).
 * @param workspaceZone for a question that names no zone
 * @param other the campaign that the question compares with, if it does
 */
export function resolveQuery(
  query: Query,
  at: { now: number; workspaceZone: string; life: Life; other?: Life | null },
): Frame {
  const zone = query.zone ?? at.workspaceZone;
  const span = spanOf(query.period, zone, at);
  return {
    ...span,
    zone,
    filters: query.filters,
    grain: fittingGrain(span, query.grain),
    before: query.comparison === null ? null : beforeOf(query, query.comparison, span, zone, at.other),
  };
}

function spanOf(period: Period, zone: string, { now, life }: { now: number; life: Life }): Span {
  if (!("preset" in period)) {
    const end = dayStart(dayAfter(period.to), zone);
    const from = dayStart(period.from, zone);
    return { from, to: from < now ? Math.min(end, now) : end };
  }
  if (period.preset === "launch") return { from: life.first, to: endOf(life, zone, now) };
  if (period.preset === "24h") return { from: now - DAY, to: now };
  const today = Math.floor((now + zoneOffset(zone, now)) / DAY) * DAY;
  const { first, end } = clockSpan(period.preset, today);
  return { from: clockInstant(first, zone), to: end === null ? now : clockInstant(end, zone) };
}

/** A life is known to the hour, and that hour may not be over: no day is asked about that has not begun. */
function endOf({ first, last }: Life, zone: string, now: number): number {
  const isRunning = first <= now && now <= last && last < now + HOUR;
  return isRunning ? Math.min(last + 1, dayStart(dayAfter(dayAt(now, zone)), zone)) : last + 1;
}

/** First day of a period, and the day after its last where it is over; as a clock shows their midnights. */
function clockSpan(
  preset: Exclude<Preset, "launch" | "24h">,
  today: number,
): { first: number; end: number | null } {
  const day = new Date(today);
  const monthStart = (months: number) => Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months);
  const starts: Readonly<Record<typeof preset, number>> = {
    today,
    yesterday: today - DAY,
    "7d": today - 6 * DAY,
    "28d": today - 27 * DAY,
    "90d": today - 89 * DAY,
    week: weekStart(today),
    month: monthStart(0),
    "last-month": monthStart(-1),
    year: Date.UTC(day.getUTCFullYear(), 0),
  };
  const end = preset === "yesterday" ? today : preset === "last-month" ? monthStart(0) : null;
  return { first: starts[preset], end };
}

function beforeOf(
  { period }: Query,
  comparison: Comparison,
  span: Span,
  zone: string,
  other: Life | null | undefined,
): Frame["before"] {
  const length = span.to - span.from;
  if (comparison.kind === "campaign") {
    const { campaignId } = comparison;
    if (other == null) return null;
    // Two launches are laid upon each other; any other period is the same days of both.
    const isLaunch = "preset" in period && period.preset === "launch";
    return isLaunch ? { from: other.first, to: other.first + length, campaignId } : { ...span, campaignId };
  }
  if (comparison.kind === "day") {
    const from = dayStart(comparison.from, zone);
    return { from, to: from + length, campaignId: null };
  }
  const preset = "preset" in period ? period.preset : null;
  if (preset === "launch" && comparison.kind !== "year") return null;
  // Counted in hours: the clock does not matter.
  if (preset === "24h" && comparison.kind === "previous") {
    return { from: span.from - length, to: span.from, campaignId: null };
  }
  const days = touchedDays(span, zone);
  const midnight = days.first * DAY;
  // What begins with a day begins at its midnight, also where the clock skips that.
  const isOfDays = preset !== "launch" && preset !== "24h";
  const sinceMidnight = isOfDays ? 0 : span.from + zoneOffset(zone, span.from) - midnight;
  const from = clockInstant(earlierDay(midnight, preset, comparison.kind, days.count) + sinceMidnight, zone);
  return { from, to: Math.min(from + length, span.from), campaignId: null };
}

/**
 * The first day of the stretch to compare with; as a clock shows the midnights.
 * @param days how many the period touches so far
 */
function earlierDay(midnight: number, preset: Preset | null, kind: Shift, days: number): number {
  const at = new Date(midnight);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  if (kind === "year") return Date.UTC(year - 1, month, at.getUTCDate());
  if (kind === "weekday") return midnight - Math.ceil(days / 7) * WEEK;
  if (preset === "month" || preset === "last-month") return Date.UTC(year, month - 1);
  if (preset === "year") return Date.UTC(year - 1, 0);
  return midnight - (preset === "week" ? WEEK : days * DAY);
}
