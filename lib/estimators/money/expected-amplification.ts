import type { Estimate } from "#lib/domain/estimate.ts";
import { mapEstimate } from "./map-estimate.ts";

/**
 * Shares per seed in the long run: 1 + K0/(1 − K), and 1/(1 − K) where seeds behave like sharers. The ends of
 * K's interval are pushed through. From K = 1 on the loop sustains itself: Infinity, noted "unbounded", also
 * when only the upper end of K reaches it; then `amplificationWithin` a period says more (METRICS §5.1).
 * @param k0 children of a seed; left out where seeds behave like sharers
 */
export function expectedAmplification(k: Estimate, k0?: number): Estimate {
  const amplification = mapEstimate(k, (ratio) =>
    ratio < 1 ? 1 + (k0 ?? ratio) / (1 - ratio) : Number.POSITIVE_INFINITY,
  );
  if (amplification.value === null) return amplification;
  const highest = amplification.high ?? amplification.value;
  return highest === Number.POSITIVE_INFINITY ? { ...amplification, note: "unbounded" } : amplification;
}
