"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { action, Sent } from "#app/_server/action.ts";
import { CSV_COOKIE, CSV_DIALECTS } from "#lib/format/csv.ts";
import { LOCALE_COOKIE, LOCALES, THEME_COOKIE } from "#lib/i18n/locales.ts";
import { DAY, SECOND } from "#lib/time/lengths.ts";

const YEAR_SECONDS = (365 * DAY) / SECOND;

/** Keeps the language chosen in this browser; an unknown one changes nothing. */
export const chooseLanguage = action([Sent.form], async function chooseLanguage(form): Promise<void> {
  const locale = form.get("locale");
  if (typeof locale === "string" && Object.hasOwn(LOCALES, locale)) await keep(LOCALE_COOKIE, locale);
});

/** Keeps light or dark in this browser; anything else changes nothing. */
export const chooseTheme = action([Sent.form], async function chooseTheme(form): Promise<void> {
  const theme = form.get("theme");
  if (theme === "dark" || theme === "light") await keep(THEME_COOKIE, theme);
});

/** Keeps how CSV files are written for this browser; anything else changes nothing. */
export const chooseCsv = action([Sent.form], async function chooseCsv(form): Promise<void> {
  const dialect = CSV_DIALECTS.find((known) => known === form.get("csv"));
  if (dialect !== undefined) await keep(CSV_COOKIE, dialect);
});

async function keep(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true });
  revalidatePath("/", "layout");
}
