import type { Estimate } from "#lib/domain/estimate.ts";
import type { CascadeSizes } from "#lib/estimators/shape/cascade-sizes.ts";
import { logTMean } from "./log-t-mean.ts";

/**
 * Shares per seed over mature cascades, seeds included (METRICS §5.1). For the amplification of what was
 * paid, give the cascades under paid seeds alone.
 */
export function realisedAmplification({ mature, growing }: CascadeSizes): Estimate {
  if (mature.length === 0 && growing.length > 0) return { value: null, why: "censored" };
  return logTMean(mature);
}
