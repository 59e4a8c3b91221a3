import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/** A span of milliseconds in the largest unit that fits, one decimal at most: 5 400 000 is 1.5 hr. */
export function formatDuration(milliseconds: number, locale: Locale): string {
  const [unit, length] = UNITS.find(([, size]) => Math.abs(milliseconds) >= size) ?? ["second", 1000];
  return new Intl.NumberFormat(LOCALES[locale].intl, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(milliseconds / length);
}
