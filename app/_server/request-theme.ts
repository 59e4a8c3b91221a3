import { cookies } from "next/headers";
import { THEME_COOKIE } from "#lib/i18n/locales.ts";

/** Light or dark, as this browser chose; light until it did. */
export async function requestTheme(): Promise<"light" | "dark"> {
  return (await cookies()).get(THEME_COOKIE)?.value === "dark" ? "dark" : "light";
}
