import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import { DAY, HOUR, MINUTE, SECOND } from "#lib/time/lengths.ts";

const UNITS = [
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
  ["second", SECOND],
] as const;

/** A span of milliseconds in the largest unit that divides it, for ticks: 5 400 000 is 90 min; 0 is 0 sec. */
export function formatRoundDuration(milliseconds: number, locale: Locale): string {
  const fit = UNITS.find(([, size]) => milliseconds >= size && milliseconds % size === 0);
  const [unit, length] = fit ?? ["second", SECOND];
  return new Intl.NumberFormat(LOCALES[locale].intl, { style: "unit", unit, unitDisplay: "short" }).format(
    milliseconds / length,
  );
}
