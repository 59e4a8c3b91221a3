import { IntlMessageFormat } from "intl-messageformat";
import { LOCALES, type Locale } from "./locales.ts";
import type { MessageKey, Messages } from "./messages/messages.ts";

export type MessageValues = Readonly<Record<string, string | number | Date>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const parsed = new Map<string, IntlMessageFormat>();

/** Sentences of one language. ICU message syntax; plurals follow the language's own rules. */
export function translator(locale: Locale, messages: Messages): Translate {
  return (key, values) => {
    const message = messages[key];
    if (values === undefined && !message.includes("{")) return message;
    const id = `${locale}:${key}`;
    let format = parsed.get(id);
    if (format === undefined) {
      format = new IntlMessageFormat(message, LOCALES[locale].intl);
      parsed.set(id, format);
    }
    return String(format.format(values));
  };
}
