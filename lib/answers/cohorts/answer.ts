import { overPeriod } from "#lib/answers/answer.ts";
import type { Question } from "#lib/answers/question.ts";
import type { Selection } from "#lib/answers/selection/selection.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { clusteredK } from "#lib/estimators/clustered-k.ts";
import type { QueryGrain } from "#lib/time/grain.ts";
import { DAY } from "#lib/time/lengths.ts";
import { stepAt, type TimeStep, timeSteps } from "#lib/time/time-steps.ts";

/** What the columns of the table are: generations, or days since the seed. */
export const COHORT_COLUMNS = ["generation", "day"] as const;
export type CohortColumns = (typeof COHORT_COLUMNS)[number];

/** The cascades whose seeds were planted in one step of time. */
export interface SeedCohort {
  readonly step: TimeStep;
  readonly seeds: number;
  /** Shares of the cohort, its seeds left out. */
  readonly shares: number;
  /** Shares per seed by column; null for a column that not every seed of the cohort has had time for. */
  readonly cells: readonly (number | null)[];
  /** Children of its sharers so far, cascades as clusters; for equally old cohorts. */
  readonly k: Estimate;
}

export interface SeedCohorts {
  readonly by: CohortColumns;
  /** First number of the columns: 1 for generations, 0 for days. */
  readonly first: number;
  readonly columns: number;
  readonly rows: readonly SeedCohort[];
}

const MOST = { generation: 8, day: 14 } as const;

/** Do later seeds spread worse? Cascades by when their seed was planted, from the first step on. */
export function analyseCohorts(
  { forest, chosen, asOf, ...span }: Selection,
  { by, grain, zone }: { by: CohortColumns; grain: QueryGrain; zone: string },
): SeedCohorts {
  const steps = timeSteps(span, grain, zone);
  const first = by === "generation" ? 1 : 0;
  const cohorts = steps.map((step) => ({
    ...{ step, seeds: 0, shares: 0, youngest: 0 },
    cells: new Array<number>(MOST[by]).fill(0),
    counts: [] as { x: number; y: number }[],
  }));
  forest.roots.forEach((root, i) => {
    const born = forest.at[root] ?? 0;
    const cohort = chosen[root] === 1 && isSeed(forest, root) ? cohorts[stepAt(steps, born)] : undefined;
    if (cohort === undefined) return;
    cohort.seeds += 1;
    cohort.youngest = Math.max(cohort.youngest, born);
    const count = { x: 0, y: 0 };
    for (let node = root + 1; node < (forest.roots[i + 1] ?? forest.size); node++) {
      cohort.shares += 1;
      count.x += 1;
      if (forest.parent[node] !== root) count.y += 1;
      const age = Math.max(0, (forest.at[node] ?? 0) - born);
      const cell = by === "generation" ? (forest.depth[node] ?? 0) - first : Math.floor(age / DAY);
      if (cell < cohort.cells.length) cohort.cells[cell] = (cohort.cells[cell] ?? 0) + 1;
    }
    if (count.x > 0) cohort.counts.push(count);
  });
  const seen = cohorts.filter(({ seeds }) => seeds > 0);
  const widest = Math.max(0, ...seen.map(({ cells }) => cells.findLastIndex((count) => count > 0) + 1));
  return {
    ...{ by, first, columns: widest },
    rows: seen.map(({ step, seeds, shares, youngest, cells, counts }) => ({
      ...{ step, seeds, shares },
      cells: cells.slice(0, widest).map((count, cell) => {
        return by === "day" && youngest + (cell + 1) * DAY > asOf ? null : count / seeds;
      }),
      k: clusteredK(counts),
    })),
  };
}

/** Steps of the table of seeds: a week of seeds tells more than a day of one, unless days are asked for. */
export function cohortGrain({ query, grain }: Pick<Question, "query" | "grain">): QueryGrain {
  return query.grain === null && grain === "day" ? "week" : grain;
}

/** The Cohorts page's answer; `?by=` says what the columns are. */
export const cohortsAnswer = overPeriod((selection, question) =>
  analyseCohorts(selection, {
    by: COHORT_COLUMNS.find((known) => known === question.options.by) ?? COHORT_COLUMNS[0],
    grain: cohortGrain(question),
    zone: question.zone,
  }),
);
