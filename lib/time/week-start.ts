const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** 1 January 1970 was a Thursday; weeks begin on Mondays. */
const FIRST_MONDAY = 4 * DAY;

/** Midnight of the Monday on or before a time; both as a clock shows them, as if it were UTC, in milliseconds. */
export function weekStart(clock: number): number {
  return Math.floor((clock - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
}
