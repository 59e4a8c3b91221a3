import type { CascadeSummary } from "#lib/metrics/inputs/cascades-input.ts";
import type { MetricContext } from "#lib/metrics/metric.ts";
import type { CascadeSizes } from "#lib/metrics/shape/cascade-sizes.ts";

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
