import type { CascadeTimes } from "./cascade-times.ts";
import { countUntil } from "./count-until.ts";
import type { ForecastModel } from "./forecast-model.ts";
import { goalProbability } from "./goal-probability.ts";

/**
 * Probability that a cascade has twice the shares of the model's age at its horizon; null for a cascade of one
 * share. Source of the question: Cheng et al. 2014, WWW.
 */
export function doublingProbability(model: ForecastModel, cascade: CascadeTimes): number | null {
  return goalProbability(model, cascade, 2 * countUntil(cascade.times, model.age));
}
