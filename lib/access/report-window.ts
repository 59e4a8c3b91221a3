import type { ReportRequest, ReportWindow } from "#lib/domain/report-figures.ts";
import { dayStart } from "#lib/time/day-start.ts";
import { isDay } from "#lib/time/is-day.ts";
import type { ReportDates } from "./report-link.ts";

const DAY = 86_400_000;

/**
 * The window of a report: what was asked for where the link allows it, else the link's own.
 * @returns null when the request is no day, ends before it begins, or reaches beyond the link's bounds
 */
export function reportWindow(dates: ReportDates, zone: string, request: ReportRequest): ReportWindow | null {
  const [fromDay, toDay] = [request.fromDay ?? dates.from, request.toDay ?? dates.to];
  if (![fromDay, toDay].every((day) => day === null || isDay(day))) return null;
  if (dates.mode === "fixed" && (fromDay !== dates.from || toDay !== dates.to)) return null;
  if (dates.from !== null && (fromDay === null || fromDay < dates.from)) return null;
  if (dates.to !== null && (toDay === null || toDay > dates.to)) return null;
  if (fromDay !== null && toDay !== null && fromDay > toDay) return null;
  return {
    fromDay,
    toDay,
    from: fromDay === null ? Number.MIN_SAFE_INTEGER : dayStart(fromDay, zone),
    to: toDay === null ? Number.MAX_SAFE_INTEGER : dayStart(dayAfter(toDay), zone),
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}
