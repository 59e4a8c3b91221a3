import { cache } from "react";
import { messagesOf } from "#lib/i18n/messages-of.ts";
import { type Translate, translator } from "#lib/i18n/translator.ts";
import { requestLocale } from "./request-locale.ts";

/** Sentences in the language of this request. */
export const requestTranslate = cache(async (): Promise<Translate> => {
  const locale = await requestLocale();
  return translator(locale, messagesOf(locale));
});
