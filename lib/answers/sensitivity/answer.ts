import type { Answer } from "#lib/answers/answer.ts";
import { kWithoutSuspects } from "#lib/answers/integrity/k-without-suspects.ts";
import { chosenCascades } from "#lib/answers/selection/chosen-cascades.ts";
import { countLinks } from "#lib/cascade/count-links.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { type OrphanBound, orphanBound } from "#lib/estimators/orphan-bound.ts";

/** How far K hangs on links that are missing, and on shares that may be no spread (METRICS §2.11). */
export interface Sensitivity {
  /** As the page has it. */
  readonly k: Estimate;
  readonly orphans: OrphanBound;
  /** Part of the shares that is suspect or hangs below one that is, 0 to 1, and K without them. */
  readonly suspects: { readonly part: number; readonly k: Estimate };
}

/** The sensitivity of the Viral-coefficient page's K. */
export const sensitivityAnswer: Answer<Sensitivity> = (read, question) => {
  const { forest, lags, asOf, horizon } = chosenCascades(read, question);
  const number = reproductionNumber(lags.sharers, horizon, lags.interval.cdf);
  return {
    k: number.estimate,
    orphans: orphanBound(countLinks(forest, { asOf }), number),
    suspects: kWithoutSuspects(forest, asOf, horizon),
  };
};
