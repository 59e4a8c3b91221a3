import { DAY, HOUR, MINUTE, SECOND } from "#lib/time/lengths.ts";

export interface TimeTick {
  /** Milliseconds since the root. */
  readonly lag: number;
  /** Place on the axis, 0..1. */
  readonly x: number;
}

/** Steps that read as round times. */
export const ROUND_STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => count * DAY),
];
const LOG_LAGS = [
  SECOND,
  10 * SECOND,
  MINUTE,
  10 * MINUTE,
  HOUR,
  6 * HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
  365 * DAY,
];

/**
 * Ticks of the time axis of layOutByGeneration, at round times and at most `most` of them.
 * @param longest the longest lag of the cascade, milliseconds; 0 gives the root's tick alone
 */
export function timeTicks(longest: number, timeScale: "linear" | "log", most: number): TimeTick[] {
  if (!(longest > 0)) return [{ lag: 0, x: 0 }];
  return timeScale === "log" ? logTicks(longest, most) : linearTicks(longest, most);
}

function linearTicks(longest: number, most: number): TimeTick[] {
  const room = Math.max(1, most - 1);
  const largest = ROUND_STEPS.at(-1) ?? DAY;
  const step =
    ROUND_STEPS.find((candidate) => longest / candidate <= room) ??
    largest * Math.ceil(longest / largest / room);
  return Array.from({ length: Math.floor(longest / step) + 1 }, (_, index) => ({
    lag: index * step,
    x: (index * step) / longest,
  }));
}

function logTicks(longest: number, most: number): TimeTick[] {
  const whole = Math.log1p(longest / SECOND);
  const apart = 1 / Math.max(1, most);
  const ticks: TimeTick[] = [{ lag: 0, x: 0 }];
  for (const lag of LOG_LAGS) {
    const x = Math.log1p(lag / SECOND) / whole;
    if (lag <= longest && x - (ticks.at(-1)?.x ?? 0) >= apart) ticks.push({ lag, x });
  }
  return ticks;
}
