import type { Estimate } from "#lib/domain/estimate.ts";
import { clusteredRatio } from "#lib/estimators/reproduction/clustered-ratio.ts";
import { type CascadeCount, clusteredSums } from "#lib/estimators/reproduction/clustered-sums.ts";
import { tCdf, tQuantile } from "#lib/stats/student-t.ts";

/** Two arms compared by the ratio of their K. */
export interface KComparison {
  /** K of B over K of A. */
  readonly ratio: Estimate;
  /** Null where there is no ratio, or no spread between cascades to judge it by. */
  readonly test: { readonly t: number; readonly df: number; readonly p: number } | null;
}

const NONE: KComparison = { ratio: { value: null, why: "too-few" }, test: null };

/**
 * Cluster-robust log ratio: t = ln(K_B/K_A) / √(l_A² + l_B²) with l = se/K, Welch and Satterthwaite's degrees
 * of freedom, two-sided p (METRICS §7). No ratio when an arm has fewer than two cascades or no children.
 */
export function compareK(a: Iterable<CascadeCount>, b: Iterable<CascadeCount>): KComparison {
  const armA = armOf(a);
  const armB = armOf(b);
  if (armA === null || armB === null) return NONE;
  const ratio = armB.k / armA.k;
  const variance = armA.variance + armB.variance;
  if (variance === 0) return { ratio: { value: ratio }, test: null };
  const df = variance ** 2 / (armA.variance ** 2 / armA.df + armB.variance ** 2 / armB.df);
  const t = Math.log(ratio) / Math.sqrt(variance);
  const factor = Math.exp(tQuantile(0.975, df) * Math.sqrt(variance));
  return {
    ratio: { value: ratio, low: ratio / factor, high: ratio * factor },
    test: { t, df, p: 2 * tCdf(-Math.abs(t), df) },
  };
}

/** K of an arm, the variance of its logarithm, and the degrees of freedom of that. */
function armOf(counts: Iterable<CascadeCount>): { k: number; variance: number; df: number } | null {
  const sums = clusteredSums(counts);
  const { value, error } = clusteredRatio(sums);
  if (!value || error === null) return null;
  return { k: value, variance: (error / value) ** 2, df: sums.cascades - 1 };
}
