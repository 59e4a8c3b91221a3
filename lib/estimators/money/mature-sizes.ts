import type { MetricContext } from "#lib/domain/metric-context.ts";
import type { CascadeSizes } from "#lib/estimators/shape/cascade-sizes.ts";
import type { CascadeSummary } from "#lib/inputs/cascades-input.ts";

/** Sizes of the cascades of seeds from their stored sums: those at least as old as the horizon, and the rest. */
export function matureSizes(
  cascades: readonly CascadeSummary[],
  { asOf, horizon }: Pick<MetricContext, "asOf" | "horizon">,
): CascadeSizes {
  const mature: number[] = [];
  const growing: number[] = [];
  for (const { seeded, startedAt, size } of cascades) {
    if (seeded) (asOf - startedAt >= horizon ? mature : growing).push(size);
  }
  return { mature, growing };
}
