import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/** A moment (UTC milliseconds) as day and minute in an IANA zone. */
export function formatDateTime(at: number, locale: Locale, zone: string): string {
  return new Intl.DateTimeFormat(LOCALES[locale].intl, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  }).format(at);
}
