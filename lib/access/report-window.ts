import type { ReportRequest, ReportWindow } from "#lib/domain/report-figures.ts";
import { dayAfter, isDay } from "#lib/time/days.ts";
import { dayStart } from "#lib/time/zone-clock.ts";
import type { ReportDates } from "./report-link.ts";

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
