const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 15 and 30 minutes, 1, 2, 3, 6 and 12 hours, 1, 2, 4 and 7 days (METRICS §8.2), in milliseconds. */
const AGES = [
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  4 * DAY,
  7 * DAY,
];

/**
 * The latest age of the grid that a cascade of this age has passed; null before the first. Cutting cascades
 * there lets many share one fitted model, at the price of what each did since.
 */
export function gridAge(age: number): number | null {
  return AGES.findLast((passed) => passed <= age) ?? null;
}
