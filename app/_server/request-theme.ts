import { cookies, headers } from "next/headers";
import { THEME_COOKIE } from "#lib/i18n/locales.ts";

/**
 * Light or dark, as this browser chose; until it did, as its report link sets, or as its user likes pages in general,
 * where the browser tells (the front asks it); else light.
 */
export async function requestTheme(): Promise<"light" | "dark"> {
  const said = await headers();
  const chosen = (await cookies()).get(THEME_COOKIE)?.value ?? said.get("x-intishar-theme");
  return (chosen ?? said.get("sec-ch-prefers-color-scheme")) === "dark" ? "dark" : "light";
}
