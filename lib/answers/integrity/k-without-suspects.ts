import type { Estimate } from "#lib/domain/estimate.ts";
import { lagsInput } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { partOfForest } from "#lib/inputs/part-of-forest.ts";
import { shareIntegrity } from "./share-integrity.ts";

/** K of a forest as of an instant, UTC milliseconds. @param horizon maturity horizon in milliseconds */
export function kOfForest(forest: ForestInput, asOf: number, horizon: number): Estimate {
  const { sharers, interval } = lagsInput(forest, asOf, horizon);
  return reproductionNumber(sharers, horizon, interval.cdf).estimate;
}

/** K of the shares that are neither suspect nor below one that is, and what part of all the others are, 0 to 1. */
export function kWithoutSuspects(
  forest: ForestInput,
  asOf: number,
  horizon: number,
): { part: number; k: Estimate } {
  const sound = shareIntegrity(forest).map((mark) => (mark === 0 ? 1 : 0));
  const left = sound.reduce((sum, one) => sum + one, 0);
  return {
    part: forest.size === 0 ? 0 : 1 - left / forest.size,
    k: kOfForest(partOfForest(forest, sound), asOf, horizon),
  };
}
