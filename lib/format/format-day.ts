import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/** A day (YYYY-MM-DD) in words. */
export function formatDay(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(LOCALES[locale].intl, { dateStyle: "medium", timeZone: "UTC" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
