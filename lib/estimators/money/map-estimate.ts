import type { Estimate } from "#lib/domain/estimate.ts";

/** Pushes a value and the ends of its interval through a monotone function, rising or falling. */
export function mapEstimate(estimate: Estimate, through: (value: number) => number): Estimate {
  if (estimate.value === null) return estimate;
  const mapped = { ...estimate, value: through(estimate.value) };
  const { low, high } = estimate;
  if (low === undefined || high === undefined) return mapped;
  const ends = [through(low), through(high)] as const;
  return { ...mapped, low: Math.min(...ends), high: Math.max(...ends) };
}
