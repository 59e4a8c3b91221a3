import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/** A span of milliseconds in the largest unit that divides it, for ticks: 5 400 000 is 90 min; 0 is 0 sec. */
export function formatRoundDuration(milliseconds: number, locale: Locale): string {
  const fit = UNITS.find(([, size]) => milliseconds >= size && milliseconds % size === 0);
  const [unit, length] = fit ?? ["second", 1000];
  return new Intl.NumberFormat(LOCALES[locale].intl, { style: "unit", unit, unitDisplay: "short" }).format(
    milliseconds / length,
  );
}
