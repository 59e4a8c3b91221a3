import type { MetricContext } from "#lib/domain/metric-context.ts";
import { type CascadeTimes, cascadeTimes, finishedCascades } from "#lib/estimators/forecast/cascade-times.ts";
import { forecastLive } from "#lib/estimators/forecast/live.ts";
import { forecastModels } from "#lib/estimators/forecast/models.ts";
import type { MetricInputs } from "#lib/metrics/metric.ts";
import { zoneOffset } from "#lib/time/zone-clock.ts";
import type { CascadeAnalysis, ForecastAnalysis } from "./log-analysis.ts";

/** Every cascade of a log by its start, with a forecast from the finished ones where it is younger than the horizon. */
export function cascadeAnalyses(
  { forest, cascades: { cascades } }: Pick<MetricInputs, "forest" | "cascades">,
  { asOf, horizon, zone }: MetricContext & { readonly zone: string },
): CascadeAnalysis[] {
  const times = cascadeTimes(forest, forest.codes);
  const history = finishedCascades(times, { now: asOf, horizon });
  const modelAt = forecastModels(history, horizon, (at) => zoneOffset(zone, at));
  const timesOf = new Map(times.map((cascade) => [cascade.id, cascade]));
  const forecastOf = (cascade: CascadeTimes): ForecastAnalysis => {
    const age = asOf - cascade.startedAt;
    const model = modelAt(age);
    const forecast = model === null ? null : forecastLive(model, cascade, age);
    if (forecast === null || forecast.value === null) return { value: null, why: "too-few" };
    const { value, interval80, interval95, isUnlike } = forecast;
    if (isUnlike)
      return { value, low80: null, high80: null, low95: null, high95: null, note: "unlike-history" };
    return {
      ...{ value, low80: interval80.low, high80: interval80.high },
      ...{ low95: interval95?.low ?? null, high95: interval95?.high ?? null },
    };
  };
  return cascades.map(
    ({ root, size, sharers, depth, maxBreadth, sumDepth, structuralVirality, ...cascade }) => {
      const live = timesOf.get(root);
      return {
        ...{ id: root, size, sharers, depth, maxBreadth, meanDepth: sumDepth / size, structuralVirality },
        directShare: size === 1 ? null : cascade.seedChildren / (size - 1),
        ...(live !== undefined && asOf - live.startedAt < horizon && { forecast: forecastOf(live) }),
      };
    },
  );
}
