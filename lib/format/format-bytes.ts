import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A count of bytes in the largest decimal unit that fits, one decimal at most: 1 500 000 is 1.5 MB. */
export function formatBytes(bytes: number, locale: Locale): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(LOCALES[locale].intl, {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** step);
}
