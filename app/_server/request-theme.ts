import { cookies, headers } from "next/headers";
import { THEME_COOKIE } from "#lib/i18n/locales.ts";

/** Light or dark, as this browser chose; until it did, as its report link sets, else light. */
export async function requestTheme(): Promise<"light" | "dark"> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value ?? (await headers()).get("x-intishar-theme");
  return chosen === "dark" ? "dark" : "light";
}
