import type { Answer } from "#lib/answers/answer.ts";
import { chosenCascades } from "#lib/answers/selection/chosen-cascades.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { inputsOfForest } from "#lib/metrics/inputs-of-forest.ts";
import { METRICS } from "#lib/metrics/registry.ts";

/** Every number of the registry for a campaign, by its id. */
export interface Numbers {
  /** UTC milliseconds. */
  readonly asOf: number;
  readonly numbers: readonly { readonly id: string; readonly estimate: Estimate }[];
}

/** All that the registry knows of a campaign, or of the cascades that the filters choose. */
export const numbersAnswer: Answer<Numbers> = (read, question) => {
  const { inputs, forest, lags, asOf, horizon } = chosenCascades(read, question);
  const { conversions, campaign } = inputs;
  const spend = { amount: campaign.spend, currency: campaign.currency };
  const completeUntil = Math.min(asOf, inputs.completeUntil(question.asOf));
  const context = { asOf, horizon, completeUntil, zone: question.zone };
  const of = inputsOfForest(forest, { conversions, spend, lags }, context);
  return { asOf, numbers: METRICS.map(({ id, compute }) => ({ id, estimate: compute(of, context) })) };
};
