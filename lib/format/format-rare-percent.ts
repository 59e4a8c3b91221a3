import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import { isolate } from "./isolate.ts";

/** A ratio as per cent with two significant digits, however rare: 0.00012 is 0.012%. */
export function formatRarePercent(ratio: number, locale: Locale): string {
  const format = new Intl.NumberFormat(LOCALES[locale].intl, {
    style: "percent",
    maximumSignificantDigits: 2,
  });
  return isolate(format.format(ratio), locale);
}
