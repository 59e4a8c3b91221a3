import type { QueryGrain } from "#lib/time/grain.ts";
import { DAY, WEEK } from "#lib/time/lengths.ts";
import type { Span } from "#lib/time/span.ts";
import { clockInstant, dayStart, weekStart, zoneOffset } from "#lib/time/zone-clock.ts";
import { fittingGrain } from "./fitting-grain.ts";
import type { Comparison, Filter, Period, Preset, Query } from "./query.ts";

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
  const dayAt = (clock: number) => dayStart(new Date(clock).toISOString().slice(0, 10), zone);
  if (!("preset" in period)) {
    const end = dayAt(Date.parse(`${period.to}T00:00:00Z`) + DAY);
    const from = dayStart(period.from, zone);
    return { from, to: from < now ? Math.min(end, now) : end };
  }
  if (period.preset === "launch") return { from: life.first, to: life.last + 1 };
  if (period.preset === "24h") return { from: now - DAY, to: now };
  const today = Math.floor((now + zoneOffset(zone, now)) / DAY) * DAY;
  const { first, end } = clockSpan(period.preset, today);
  return { from: dayAt(first), to: end === null ? now : dayAt(end) };
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
  if ("preset" in period && period.preset === "launch" && comparison.kind !== "year") return null;
  const clock = span.from + zoneOffset(zone, span.from);
  const from = clockInstant(shifted(clock, period, comparison.kind, length), zone);
  return { from, to: Math.min(from + length, span.from), campaignId: null };
}

/** The clock at the start of the stretch to compare with. */
function shifted(
  clock: number,
  period: Period,
  kind: "previous" | "weekday" | "year",
  length: number,
): number {
  const at = new Date(clock);
  const rest = clock - Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const days = Math.max(1, Math.ceil(length / DAY - 1 / 24));
  if (kind === "year") return Date.UTC(at.getUTCFullYear() - 1, at.getUTCMonth(), at.getUTCDate()) + rest;
  if (kind === "weekday") return clock - Math.ceil(days / 7) * WEEK;
  if (!("preset" in period)) return clock - days * DAY;
  const { preset } = period;
  if (preset === "month" || preset === "last-month")
    return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 1) + rest;
  if (preset === "year") return Date.UTC(at.getUTCFullYear() - 1, 0) + rest;
  const whole = { today: 1, yesterday: 1, "24h": 1, week: 7, "7d": 7, "28d": 28, "90d": 90, launch: days };
  return clock - whole[preset] * DAY;
}
