import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import { isolate } from "./isolate.ts";

/** A relative change as per cent with its sign, one decimal below 10 %: 0.25 is +25%. */
export function formatChange(ratio: number, locale: Locale): string {
  const format = new Intl.NumberFormat(LOCALES[locale].intl, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: Math.abs(ratio) < 0.1 ? 1 : 0,
  });
  return isolate(format.format(ratio), locale);
}
