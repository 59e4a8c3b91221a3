import { overPeriod } from "#lib/answers/answer.ts";
import { analyseOverview } from "#lib/answers/overview/answer.ts";
import { shapeOf } from "#lib/answers/shape/answer.ts";
import type { CampaignShape } from "#lib/domain/campaign-shape.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { StepCount } from "#lib/domain/step-count.ts";
import type { QueryGrain } from "#lib/time/grain.ts";

/** What a report says at its head. */
export interface ReportOverview {
  /** People reached in the days of the report for the first time. */
  readonly people: number;
  /** Of those days. */
  readonly shares: number;
  readonly seeds: number;
  readonly k: Estimate;
  /** Age of a share, in milliseconds, up to which its children are counted for K. */
  readonly horizon: number;
  /** The cascades that began in those days, with all that they have brought since. */
  readonly shape: CampaignShape;
  /** Shares by step of time and generation. */
  readonly steps: readonly StepCount[];
  readonly grain: QueryGrain;
}

/** The head of a report and its chart: the Overview's figures for the days that it shows. */
export const reportOverviewAnswer = overPeriod((selection, question): ReportOverview => {
  const { figures, steps } = analyseOverview(selection, question);
  const { forest } = selection;
  const isBegun = (root: number) => {
    const at = forest.at[root] ?? 0;
    return at >= question.from && at < question.to;
  };
  return {
    people: figures.people,
    shares: figures.shares,
    seeds: figures.seeds,
    k: figures.k,
    horizon: question.horizon,
    shape: shapeOf(forest, isBegun),
    steps,
    grain: question.grain,
  };
});
