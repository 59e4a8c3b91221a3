import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/** Text for a chart, which is drawn left to right: isolated, that of another direction keeps its own order. */
export function drawnText(text: string, locale: Locale): string {
  return LOCALES[locale].direction === "rtl" ? `\u2067${text}\u2069` : text;
}
