import type { Estimate } from "#lib/domain/estimate.ts";
import { clusteredRatio } from "./clustered-ratio.ts";
import type { CascadeSums } from "./clustered-sums.ts";
import { kEstimate } from "./k-estimate.ts";

/** Upper 95 % limit of a Poisson mean when nothing was counted, −ln 0.05 rounded (the rule of three). */
const RULE_OF_THREE = 3;

/**
 * K so far: children per sharer, with its 95 % interval, cascades as clusters. It equals the mean cumulative
 * function once every share is mature (Lawless and Nadeau 1995). One cascade has no interval, as its sums do
 * not tell its shares apart.
 */
export function clusteredK(sums: CascadeSums): Estimate {
  const { value, error } = clusteredRatio(sums);
  if (value === null) return { value, why: "empty", note: "nobody-reshared" };
  if (value === 0) return { value, low: 0, high: RULE_OF_THREE / sums.x, note: "no-children" };
  return kEstimate(value, { byShare: null, byCascade: error }, sums.cascades);
}
