import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/**
 * Keeps a number and its sign together from left to right, where the words beside it run from the right: after an
 * Arabic letter a per cent sign would leave its number. U+2066 … U+2069; nothing is added where all runs from the left.
 * The marks that Intl puts around a sign go: by them a browser takes a whole range of two for one from left to right.
 */
export function isolate(text: string, locale: Locale): string {
  return LOCALES[locale].direction === "rtl"
    ? `\u2066${text.replaceAll(/[\u200e\u200f\u061c]/g, "")}\u2069`
    : text;
}
