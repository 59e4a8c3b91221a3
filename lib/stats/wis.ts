/** A central prediction interval and the part of outcomes that it should hold. */
export interface LevelledInterval {
  /** Between 0 and 1. */
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Weighted interval score of a forecast in the unit of the outcome: 0 for one that is sure and right. It is the mean of
 * twice the pinball losses of the median and of the ends, so that width and misses are paid for on one scale.
 *
 * Source: Bracher, Ray, Gneiting and Reich 2021, PLoS Comput Biol 17(2).
 */
export function weightedIntervalScore(
  observed: number,
  median: number,
  intervals: readonly LevelledInterval[],
): number {
  const sum = intervals.reduce(
    (so, { level, low, high }) => {
      const alpha = 1 - level;
      const miss = Math.max(0, low - observed) + Math.max(0, observed - high);
      return so + (alpha / 2) * (high - low) + miss;
    },
    Math.abs(observed - median) / 2,
  );
  return sum / (intervals.length + 1 / 2);
}

/** The same on ln(1 + x), for counts that range over orders of magnitude (Bosse et al. 2023). */
export function logIntervalScore(
  observed: number,
  median: number,
  intervals: readonly LevelledInterval[],
): number {
  return weightedIntervalScore(
    Math.log1p(observed),
    Math.log1p(median),
    intervals.map(({ level, low, high }) => ({ level, low: Math.log1p(low), high: Math.log1p(high) })),
  );
}
