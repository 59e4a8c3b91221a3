import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/** An amount in its currency (ISO 4217), or a plain number where none is stated. */
export function formatMoney(amount: number, currency: string | null, locale: Locale): string {
  const digits = Math.abs(amount) < 1000 ? 2 : 0;
  return new Intl.NumberFormat(LOCALES[locale].intl, {
    ...(currency === null ? {} : { style: "currency", currency, currencyDisplay: "code" }),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}
