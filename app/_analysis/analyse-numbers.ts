import type { SpreadQuestion } from "#app/_analysis/analyse-campaign-spread.ts";
import { chosenForest } from "#app/_analysis/chosen-forest.ts";
import { readConversions } from "#db/inputs/read-conversions.ts";
import { readMetricInputs } from "#db/inputs/read-metric-inputs.ts";
import { readSpendInput } from "#db/inputs/read-spend-input.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { inputsOfForest } from "#lib/metrics/inputs-of-forest.ts";
import { METRICS } from "#lib/metrics/registry.ts";

/** Every number of the registry for a campaign, by its id. */
export interface Numbers {
  /** UTC milliseconds. */
  readonly asOf: number;
  readonly numbers: readonly { readonly id: string; readonly estimate: Estimate }[];
}

/** Computes all that the registry knows of a campaign as of an instant, or of the cascades that the filters choose. */
export function analyseNumbers(scope: Scope<"campaigns.read">, question: SpreadQuestion): Numbers {
  const { campaignId, asOf, filters = [] } = question;
  const inputs =
    filters.length === 0
      ? readMetricInputs(scope, question)
      : inputsOfForest(
          chosenForest(scope, question),
          {
            conversions: readConversions(scope, { campaignId, asOf }),
            spend: readSpendInput(scope, { campaignId }),
          },
          { ...question, zone: scope.zone },
        );
  return { asOf, numbers: METRICS.map(({ id, compute }) => ({ id, estimate: compute(inputs, question) })) };
}
