import { readLife } from "#db/queries/campaigns/read-life.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import { offspringDistribution } from "#lib/estimators/heterogeneity/offspring-distribution.ts";
import { lagsInput } from "#lib/estimators/timing/lags-input.ts";
import { cascadesInput } from "#lib/inputs/cascades-input.ts";
import { conversionsInput } from "#lib/inputs/conversions-input.ts";
import type { MetricInputs } from "#lib/metrics/metric.ts";
import { readCascadesInput } from "./read-cascades-input.ts";
import { readCohortsInput } from "./read-cohorts-input.ts";
import { readConversions } from "./read-conversions.ts";
import { readCountsInput } from "./read-counts-input.ts";
import { readForestInput } from "./read-forest-input.ts";
import { readForestShape } from "./read-forest-shape.ts";
import { readSpendInput } from "./read-spend-input.ts";

/**
 * What the metrics of the registry are computed from, each read when it is first asked for, and by the shortest way:
 * what is stored by cascade is not counted from shares, and nothing of the forest but its shape is read for times.
 * For the analysis thread.
 * @throws NotFoundError when the workspace has no such campaign
 */
export function readMetricInputs(
  scope: Scope<"campaigns.read">,
  { campaignId, asOf, horizon }: MetricContext & { readonly campaignId: number },
): MetricInputs {
  // The stored places are those of now; a forest of the past may hang together otherwise.
  const isPast = (readLife(scope, { campaignId })?.last ?? asOf) > asOf;
  const shape = once(() => (isPast ? inputs.forest : readForestShape(scope, { campaignId })));
  const read = {
    forest: once(() => readForestInput(scope, { campaignId, asOf })),
    cascades: once(() => (isPast ? cascadesInput(inputs.forest) : readCascadesInput(scope, { campaignId }))),
    lags: once(() => lagsInput(shape(), asOf, horizon)),
    offspring: once(() => offspringDistribution(shape(), asOf, horizon, inputs.lags.interval.cdf)),
    counts: once(() => readCountsInput(scope, { campaignId, asOf })),
    cohorts: once(() => readCohortsInput(scope, { campaignId, asOf })),
    conversions: once(() => conversionsInput(inputs.forest, readConversions(scope, { campaignId, asOf }))),
  };
  const inputs: MetricInputs = {
    spend: readSpendInput(scope, { campaignId }),
    get forest() {
      return read.forest();
    },
    get cascades() {
      return read.cascades();
    },
    get lags() {
      return read.lags();
    },
    get offspring() {
      return read.offspring();
    },
    get counts() {
      return read.counts();
    },
    get cohorts() {
      return read.cohorts();
    },
    get conversions() {
      return read.conversions();
    },
  };
  return inputs;
}

function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}
