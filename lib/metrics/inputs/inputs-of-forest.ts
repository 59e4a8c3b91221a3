import { offspringDistribution } from "#lib/metrics/heterogeneity/offspring-distribution.ts";
import type { MetricContext, MetricInputs } from "#lib/metrics/metric.ts";
import { cascadesInput } from "./cascades-input.ts";
import { cohortsInput } from "./cohorts-input.ts";
import { type Conversion, conversionsInput } from "./conversions-input.ts";
import { countsInput } from "./counts-input.ts";
import type { ForestInput } from "./forest-input.ts";
import { lagsInput } from "./lags-input.ts";
import type { SpendInput } from "./spend-input.ts";

/** Every input of the registry from a campaign's forest and conversions, all in memory. */
export function inputsOfForest(
  forest: ForestInput,
  { conversions: converted, spend }: { conversions: readonly Conversion[]; spend: SpendInput },
  { asOf, horizon, zone }: MetricContext & { readonly zone: string },
): MetricInputs {
  const lags = lagsInput(forest, asOf, horizon);
  const conversions = conversionsInput(forest, converted);
  return {
    ...{ forest, lags, conversions, spend },
    cascades: cascadesInput(forest),
    offspring: offspringDistribution(forest, asOf, horizon, lags.interval.cdf),
    counts: countsInput(forest.at, asOf, zone),
    cohorts: cohortsInput(forest, conversions),
  };
}
