import type { Grain } from "#lib/domain/step-count.ts";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/**
 * A step of time as short as a chart's axis needs it.
 * @param clock what the zone's clock shows at the start of the step, as if it were UTC, in milliseconds
 */
export function formatClock(clock: number, grain: Grain, locale: Locale): string {
  const text = new Intl.DateTimeFormat(LOCALES[locale].intl, {
    day: "numeric",
    month: "short",
    ...(grain === "day" ? { year: "numeric" } : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    timeZone: "UTC",
  }).format(clock);
  // Charts are drawn left to right; isolated, an Arabic date keeps the order of its parts there.
  return LOCALES[locale].direction === "rtl" ? `\u2067${text}\u2069` : text;
}
