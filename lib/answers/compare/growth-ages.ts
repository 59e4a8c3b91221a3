import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";

/** Ages at which the growth of cascades is compared, milliseconds. */
export const GROWTH_AGES: readonly number[] = [
  ...[15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR],
  ...[DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY, 28 * DAY],
];
