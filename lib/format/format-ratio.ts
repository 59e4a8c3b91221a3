import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/** A ratio such as K to three figures, with the same decimals for neighbours: 0.384, 1.40, 12.5, 233. */
export function formatRatio(value: number, locale: Locale): string {
  const size = Math.abs(value);
  const digits = size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0;
  return new Intl.NumberFormat(LOCALES[locale].intl, {
    minimumFractionDigits: value === 0 ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(value);
}
