import type { MetricContext } from "#lib/domain/metric-context.ts";
import { type LagsInput, lagsInput } from "#lib/estimators/interval.ts";
import { offspringDistribution } from "#lib/estimators/offspring.ts";
import { cascadesInput } from "#lib/inputs/cascades-input.ts";
import { cohortsInput } from "#lib/inputs/cohorts-input.ts";
import { type Conversion, conversionsInput } from "#lib/inputs/conversions-input.ts";
import { countsInput } from "#lib/inputs/counts-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import type { SpendInput } from "#lib/inputs/spend-input.ts";
import type { MetricInputs } from "#lib/metrics/metric.ts";

/**
 * Every input of the registry from a campaign's forest and conversions, all in memory.
 * @param of.lags of this forest at this instant, where somebody has gathered them already
 */
export function inputsOfForest(
  forest: ForestInput,
  {
    conversions: converted,
    spend,
    lags: known,
  }: { conversions: readonly Conversion[]; spend: SpendInput; lags?: LagsInput },
  { asOf, horizon, completeUntil = asOf, zone }: MetricContext & { readonly zone: string },
): MetricInputs {
  const lags = known ?? lagsInput(forest, asOf, horizon);
  const conversions = conversionsInput(forest, converted);
  return {
    ...{ forest, lags, conversions, spend, zone },
    cascades: cascadesInput(forest),
    offspring: offspringDistribution(lags, horizon),
    counts: countsInput(forest.at, completeUntil, zone),
    cohorts: cohortsInput(forest, conversions),
  };
}
