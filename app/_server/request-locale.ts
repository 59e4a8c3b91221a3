import { cookies, headers } from "next/headers";
import { cache } from "react";
import { chooseLocale } from "#lib/i18n/choose-locale.ts";
import { LOCALE_COOKIE, type Locale } from "#lib/i18n/locales.ts";

/** The language of this request: cookie, then Accept-Language. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return chooseLocale(chosen, (await headers()).get("accept-language"));
});
