import { type Answer, inputsOf, overPeriod } from "#lib/answers/answer.ts";
import { countLinks, type LinkCounts } from "#lib/cascade/count-links.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import { type OrphanBound, orphanWarning } from "#lib/estimators/orphan-bound.ts";

/** What is known of who brought whom, for every page that shows K, R, depth or virality. */
export interface Orphans {
  readonly links: LinkCounts;
  /** What must be said of shares without their parent; null while they are few. */
  readonly bound: OrphanBound | null;
}

/** Of the whole campaign. */
export const orphansAnswer: Answer<Orphans> = (read, question) => {
  const { forest, lags } = inputsOf(read, question, question.asOf);
  const links = countLinks(forest);
  const numberOf = () => reproductionNumber(lags.sharers, question.horizon, lags.interval.cdf);
  return { links, bound: orphanWarning(links, numberOf) };
};

/** Of the days of a report: of its K, and of the shares made since its first day. */
export const reportOrphansAnswer = overPeriod(({ forest, lags, chosen, from, asOf, horizon }): Orphans => {
  const links = countLinks(forest, { from, asOf });
  const numberOf = () => {
    const sample = lagSample(forest, asOf, "sharers", (share) => chosen[share] === 1);
    return reproductionNumber(sample, horizon, lags.interval.cdf);
  };
  return { links, bound: orphanWarning(links, numberOf) };
});
