import type { Locale } from "./locales.ts";
import { ar } from "./messages/ar.ts";
import { en } from "./messages/en.ts";
import type { Messages } from "./messages/messages.ts";

const MESSAGES: Readonly<Record<Locale, Messages>> = { en, ar };

/** The catalogue of a language. */
export function messagesOf(locale: Locale): Messages {
  return MESSAGES[locale];
}
