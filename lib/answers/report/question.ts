import type { ReportGrant } from "#lib/access/report-scope.ts";
import { reportWindow } from "#lib/access/report-window.ts";
import { minuteOf, type Question, questionOf } from "#lib/answers/question.ts";
import type { ReportRequest, ReportWindow } from "#lib/domain/report-figures.ts";
import { fittingGrain } from "#lib/query/fitting-grain.ts";
import { INITIAL_QUERY } from "#lib/query/query.ts";
import type { Life } from "#lib/query/resolve-query.ts";

/**
 * The one question that a report link may ask: its campaign, the days that it allows, no filter, nothing beside.
 * @param at.now UTC milliseconds
 * @param at.life null before the campaign's first event
 * @returns null when the days asked for are not the link's to show
 */
export function reportQuestion(
  { campaignId, dates }: Pick<ReportGrant, "campaignId" | "dates">,
  request: ReportRequest,
  at: { now: number; zone: string; life: Life | null },
): { question: Question; window: ReportWindow } | null {
  const window = reportWindow(dates, at.zone, request);
  if (window === null) return null;
  const life = at.life ?? { first: minuteOf(at.now), last: minuteOf(at.now) };
  const whole = questionOf(
    campaignId,
    { query: INITIAL_QUERY, address: new URLSearchParams() },
    { now: at.now, workspaceZone: at.zone, life, other: null },
  );
  const from = window.fromDay === null ? Math.min(whole.from, window.to) : window.from;
  const to = window.toDay === null ? whole.to : Math.min(window.to, whole.asOf);
  const span = { from, to: Math.max(from, to) };
  return { question: { ...whole, ...span, grain: fittingGrain(span, null) }, window };
}
