import { cookies, headers } from "next/headers";
import { cache } from "react";
import { chooseLocale } from "#lib/i18n/choose-locale.ts";
import { LOCALE_COOKIE, type Locale } from "#lib/i18n/locales.ts";

/** The language of this request: cookie, then what its report link sets, then Accept-Language. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const said = await headers();
  return chooseLocale(chosen ?? said.get("x-intishar-locale") ?? undefined, said.get("accept-language"));
});
