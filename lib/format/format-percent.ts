import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import { isolate } from "./isolate.ts";

/** A ratio as per cent, one decimal at most: 0.125 is 12.5%. */
export function formatPercent(ratio: number, locale: Locale): string {
  const format = new Intl.NumberFormat(LOCALES[locale].intl, { style: "percent", maximumFractionDigits: 1 });
  return isolate(format.format(ratio), locale);
}
