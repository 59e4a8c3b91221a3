import { compared } from "#lib/answers/answer.ts";
import { reachedPeople } from "#lib/answers/selection/reached-people.ts";
import { partOfPeople, reachedRate } from "#lib/answers/selection/reached-rate.ts";
import type { Selection } from "#lib/answers/selection/selection.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { type Estimate, LINKS_UNKNOWN } from "#lib/domain/estimate.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import { GENERATION_BANDS, type StepCount } from "#lib/domain/step-count.ts";
import { viralCycle } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import type { QueryGrain } from "#lib/time/grain.ts";
import { stepAt, timeSteps } from "#lib/time/time-steps.ts";

const [SHARE, VISIT, CONVERSION] = [
  EVENT_KINDS.indexOf("share"),
  EVENT_KINDS.indexOf("visit"),
  EVENT_KINDS.indexOf("conversion"),
];

/** The figures at the head of a campaign, for a stretch of time and some of its shares. */
export interface OverviewFigures {
  /** People reached for the first time. */
  readonly people: number;
  /** Part of them whom a share brought that was itself brought by one: not a seed. */
  readonly earnedShare: Estimate;
  /** Part of them who have shared since. */
  readonly shareRate: Estimate;
  readonly conversionRate: Estimate;
  readonly shares: number;
  readonly seeds: number;
  readonly visits: number;
  readonly conversions: number;
  /** In the campaign's currency. */
  readonly value: number;
  /** Children of the shares of the stretch up to now, corrected for age. */
  readonly k: Estimate;
  /** Median time from a share to the next, milliseconds. */
  readonly cycleTime: Estimate;
}

export interface OverviewAnswer {
  readonly figures: OverviewFigures;
  /** Shares by step of time and generation. */
  readonly steps: readonly StepCount[];
  /** People reached for the first time, by the same steps. */
  readonly people: readonly number[];
  /** How many of the steps, from the first on, can be expected to be complete; the others wait for late reports. */
  readonly completeSteps: number;
}

/** Is it spreading, faster or slower (DESIGN §5)? */
export function analyseOverview(
  selection: Selection,
  {
    grain,
    zone,
    completeUntil = selection.asOf,
  }: { grain: QueryGrain; zone: string; completeUntil?: number },
): OverviewAnswer {
  const reached = reachedPeople(selection);
  const steps = timeSteps(selection, grain, zone);
  const counts = steps.map(() => new Array<number>(GENERATION_BANDS).fill(0));
  const people = new Array<number>(steps.length).fill(0);
  for (let node = 0; node < selection.forest.size; node++) {
    if (selection.chosen[node] === 0) continue;
    const step = counts[stepAt(steps, selection.forest.at[node] ?? 0)];
    const band = generationBand(selection.forest, node);
    if (step !== undefined) step[band] = (step[band] ?? 0) + 1;
  }
  for (const at of reached.at) {
    const step = stepAt(steps, at);
    people[step] = (people[step] ?? 0) + 1;
  }
  return {
    figures: figuresOf(selection, reached),
    steps: steps.map((step, i) => ({ ...step, counts: counts[i] ?? [] })),
    people,
    completeSteps:
      steps.findLastIndex(({ from }, i) => {
        const to = Math.min(steps[i + 1]?.from ?? selection.to, selection.to, selection.asOf);
        return (from + Math.max(from, to)) / 2 <= completeUntil;
      }) + 1,
  };
}

function generationBand(forest: ForestShape, node: number): number {
  // How deep the tree of an orphan hangs is not known: it is no seed, and what is below it no first generation.
  if (!isSeed(forest, forest.root[node] ?? node)) return GENERATION_BANDS - 1;
  return Math.min(forest.depth[node] ?? 0, GENERATION_BANDS - 2);
}

function figuresOf(selection: Selection, reached: ReturnType<typeof reachedPeople>): OverviewFigures {
  const { forest, lags, activity, chosen, asOf, horizon } = selection;
  const sample = lagSample(forest, asOf, "sharers", (share) => chosen[share] === 1);
  const partOf = (holds: ArrayLike<number>) => partOfPeople(reached.cascade, holds);
  const of = (kind: number) => selection.events.filter((event) => activity.kind[event] === kind);
  const seeds = chosen.reduce((n, one, node) => n + (one === 1 && isSeed(forest, node) ? 1 : 0), 0);
  const cycle = viralCycle(sample, horizon);
  const conversions = of(CONVERSION);
  return {
    people: reached.people.length,
    earnedShare: sample.linksUnknown
      ? LINKS_UNKNOWN
      : partOf(reached.broughtBy.map((by) => (by !== -1 && !isSeed(forest, by) ? 1 : 0))),
    shareRate: reachedRate(activity, "shared", () => partOf(reached.hasShared)),
    conversionRate: reachedRate(activity, "converted", () => partOf(reached.hasConverted)),
    shares: of(SHARE).length,
    seeds,
    visits: of(VISIT).filter((event) => activity.isClick[event] === 0 || !activity.hasLandings).length,
    conversions: conversions.length,
    value: conversions.reduce((total, event) => total + (activity.value[event] ?? 0), 0),
    k: reproductionNumber(sample, horizon, lags.interval.cdf).estimate,
    cycleTime: sample.age.length === 0 ? { value: null, why: "empty" } : cycle.median,
  };
}

/** The Overview page's answer, beside what the question compares with. */
export const overviewAnswer = compared((selection, question, inputs) =>
  analyseOverview(selection, { ...question, completeUntil: inputs.completeUntil(question.asOf) }),
);
