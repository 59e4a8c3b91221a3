import type { Estimate } from "#lib/domain/estimate.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import { matureSizes } from "#lib/estimators/money/mature-sizes.ts";
import type { CascadesInput } from "#lib/inputs/cascades-input.ts";
import { LEAST_CASCADES } from "./size-distribution.ts";

/**
 * A sum of the sizes of finished cascades; unknown below ten of them (METRICS §1.3), as censored where more are on
 * their way.
 */
export function ofMatureSizes(
  { cascades }: CascadesInput,
  context: MetricContext,
  sum: (sizes: readonly number[]) => number,
): Estimate {
  if (cascades.length === 0) return { value: null, why: "empty" };
  const { mature, growing } = matureSizes(cascades, context);
  if (mature.length >= LEAST_CASCADES) return { value: sum(mature) };
  return { value: null, why: growing.length > 0 ? "censored" : "too-few" };
}
