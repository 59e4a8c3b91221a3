import type { ZoneOffset } from "./activity-clock.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { countUntil } from "./count-until.ts";
import { fitCountForecast } from "./fit-count-forecast.ts";
import { fitFullForecast } from "./fit-full-forecast.ts";
import type { ForecastModel, ForecastTask } from "./forecast-model.ts";

/** Fewest past cascades that give an interval at all (METRICS §8.2, §11). */
const LEAST_HISTORY = 15;
/** From here on the full version beats the count ridge at every age measured. */
const LEAST_FULL_HISTORY = 250;
/** A cascade of its root alone says nothing of its pace. */
const LEAST_SHARES = 2;

/**
 * The default forecast: the count ridge, from 250 past cascades on the full version; null with fewer than 15,
 * when only scenarios can be shown (`decayScenarios`). Past cascades count when they had two shares at `age`.
 *
 * @param history finished cascades (`finishedCascades`), in any order that is always the same
 * @param offset of the audience's zone
 * @throws RangeError with enough history, unless `task.age` lies between 0 and `task.horizon`
 */
export function fitForecast(
  history: readonly CascadeTimes[],
  task: ForecastTask,
  offset: ZoneOffset,
): ForecastModel | null {
  const eligible = history.filter(({ times }) => countUntil(times, task.age) >= LEAST_SHARES);
  if (eligible.length < LEAST_HISTORY) return null;
  if (eligible.length < LEAST_FULL_HISTORY) return fitCountForecast(eligible, task);
  return fitFullForecast(eligible, task, offset);
}
