const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Maturity horizons to choose from, the usual one first: content, and referral programmes (METRICS §0). */
export const HORIZON_DAYS = [7, 14, 30] as const;
export type HorizonDays = (typeof HORIZON_DAYS)[number];

/** The instant and the horizon that a page asks its questions with, both in milliseconds. */
export interface AnalysisFrame {
  readonly asOf: number;
  readonly horizon: number;
  readonly days: HorizonDays;
}

/**
 * Reads the horizon of an address, such as `?horizon=30d`; the usual one where it names none that there is.
 * The instant is the minute at hand, so that turning pages back and forth asks the same question again.
 * @param now UTC milliseconds
 */
export function analysisFrame(horizon: string | string[] | undefined, now: number): AnalysisFrame {
  const days = HORIZON_DAYS.find((known) => horizon === `${known}d`) ?? HORIZON_DAYS[0];
  return { asOf: Math.floor(now / MINUTE) * MINUTE, horizon: days * DAY, days };
}
