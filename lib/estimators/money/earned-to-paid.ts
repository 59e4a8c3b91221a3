import type { Estimate } from "#lib/domain/estimate.ts";
import { mapEstimate } from "./map-estimate.ts";

/** Shares brought per seed from an amplification, realised or expected. */
export function earnedToPaid(amplification: Estimate): Estimate {
  return mapEstimate(amplification, (shares) => shares - 1);
}
