import type { Locale } from "./locales.ts";
import { failure as ar } from "./messages/ar/failure.ts";
import { failure as en } from "./messages/en/failure.ts";

const FAILURES: Readonly<Record<Locale, Readonly<Record<keyof typeof en, string>>>> = { en, ar };

/** What stands where a page failed, without the rest of a language's catalogue. */
export function failureOf(locale: Locale): (typeof FAILURES)[Locale] {
  return FAILURES[locale];
}
