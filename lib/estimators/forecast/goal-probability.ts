import type { CascadeTimes } from "./cascade-times.ts";
import type { ForecastModel } from "./forecast-model.ts";
import { placeCascade } from "./place-cascade.ts";

/**
 * Probability that a cascade has at least `goal` shares at the model's horizon: the share of past standardised
 * errors at or above the one that would bring it there (METRICS §8.3). Null for a cascade of one share.
 *
 * @param goal shares, root included
 */
export function goalProbability(model: ForecastModel, cascade: CascadeTimes, goal: number): number | null {
  const placed = placeCascade(model, cascade);
  if (placed === null) return null;
  if (goal <= placed.seen) return 1;
  const needed = placed.zOf(goal);
  return model.z.filter((z) => z >= needed).length / model.z.length;
}
