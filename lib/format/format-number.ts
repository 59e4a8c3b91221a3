import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/** A number with grouping and at most two decimals; `compact` writes 12 345 as 12K. */
export function formatNumber(value: number, locale: Locale, options: { compact?: boolean } = {}): string {
  return new Intl.NumberFormat(LOCALES[locale].intl, {
    notation: options.compact === true ? "compact" : "standard",
    maximumFractionDigits: options.compact === true ? 1 : 2,
  }).format(value);
}
