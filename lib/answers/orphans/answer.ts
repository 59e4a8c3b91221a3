import { type Answer, inputsOf } from "#lib/answers/answer.ts";
import { countLinks } from "#lib/cascade/count-links.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { type OrphanBound, orphanBound, WARNED_ABOVE } from "#lib/estimators/orphan-bound.ts";

/** What every page that shows K, R, depth or virality must say of shares without their parent; null while they are few. */
export const orphansAnswer: Answer<OrphanBound | null> = (read, question) => {
  const { forest, lags } = inputsOf(read, question, question.asOf);
  const links = countLinks(forest);
  if (links.orphans <= WARNED_ABOVE * links.shares) return null;
  return orphanBound(links, reproductionNumber(lags.sharers, question.horizon, lags.interval.cdf));
};
