import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { type LagSample, lagSample } from "#lib/estimators/reproduction/lag-sample.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { defaultKernel } from "./default-kernel.ts";
import { type GenerationInterval, generationInterval } from "./generation-interval.ts";

/** Fixed, so that equal events give equal intervals. */
const SEED = 2;

/** When children came, of sharers and of seeds, and the viral cycle time of the sharers. */
export interface LagsInput {
  readonly sharers: LagSample;
  readonly seeds: LagSample;
  readonly interval: GenerationInterval;
}

/**
 * Gathers the lags of a campaign as of an instant.
 * @param horizon maturity horizon in milliseconds
 */
export function lagsInput(forest: ForestShape, asOf: number, horizon: number): LagsInput {
  const sharers = lagSample(forest, asOf, "sharers");
  return {
    sharers,
    seeds: lagSample(forest, asOf, "seeds"),
    interval: generationInterval(sharers, defaultKernel(horizon), seededRandom(SEED)),
  };
}
