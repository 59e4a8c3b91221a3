import { formatClock } from "#lib/format/format-clock.ts";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import type { ChartGrain } from "./chart-grain.ts";

/**
 * A step of time as an axis names it.
 * @param clock what the zone's clock shows at the start of the step, as if it were UTC, in milliseconds
 */
export function stepLabel(clock: number, grain: ChartGrain, locale: Locale): string {
  if (grain !== "month") return formatClock(clock, grain === "hour" ? "hour" : "day", locale);
  const { intl, direction } = LOCALES[locale];
  const text = new Intl.DateTimeFormat(intl, { month: "short", year: "numeric", timeZone: "UTC" }).format(
    clock,
  );
  // Charts are drawn left to right; isolated, an Arabic date keeps the order of its parts there.
  return direction === "rtl" ? `\u2067${text}\u2069` : text;
}
