import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import { DAY, HOUR, MINUTE, SECOND } from "#lib/time/lengths.ts";

const UNITS = [
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
  ["second", SECOND],
] as const;

/** A span of milliseconds in the largest unit that fits, one decimal at most: 5 400 000 is 1.5 hr. */
export function formatDuration(milliseconds: number, locale: Locale): string {
  const { unit, count } = durationParts(milliseconds);
  return new Intl.NumberFormat(LOCALES[locale].intl, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(count);
}

/** A span of milliseconds in the largest unit that fits, for messages that write it themselves. */
export function durationParts(milliseconds: number): { unit: (typeof UNITS)[number][0]; count: number } {
  const [unit, length] = UNITS.find(([, size]) => Math.abs(milliseconds) >= size) ?? ["second", SECOND];
  return { unit, count: milliseconds / length };
}
