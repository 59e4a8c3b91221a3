import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/**
 * Keeps a number and its sign together from left to right, where the words beside it run from the right: after an
 * Arabic letter a per cent sign would leave its number. U+2066 … U+2069; nothing is added where all runs from the left.
 */
export function isolate(text: string, locale: Locale): string {
  return LOCALES[locale].direction === "rtl" ? `\u2066${text}\u2069` : text;
}
