import { overPeriod } from "#lib/answers/answer.ts";
import type { Selection } from "#lib/answers/selection/selection.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { type CohortGrid, cohortGrid } from "#lib/estimators/cohort-grid.ts";
import { type CohortRow, cohortParts, cohortRows } from "#lib/estimators/cohorts.ts";
import { currentRt } from "#lib/estimators/current-rt.ts";
import { type KTrend, kTrendOf } from "#lib/estimators/k-trend.ts";
import { DAY } from "#lib/time/lengths.ts";
import { stepAt, type TimeStep, timeSteps } from "#lib/time/time-steps.ts";

/** What the columns of the table are: generations, or days since the seed. */
export const COHORT_COLUMNS = ["generation", "day"] as const;
export type CohortColumns = (typeof COHORT_COLUMNS)[number];

/** The cascades whose seeds were planted in one step of time, and K of their sharers (METRICS §2.3). */
export interface SeedCohort extends CohortRow {
  readonly step: TimeStep;
  readonly seeds: number;
  /** Shares per seed by column; null for a column that not every seed of the cohort has had time for. */
  readonly cells: readonly (number | null)[];
}

export interface SeedCohorts {
  readonly by: CohortColumns;
  /** Length of the steps, by the age of the campaign. */
  readonly grain: CohortGrid["grain"];
  /** First number of the columns: 1 for generations, 0 for days. */
  readonly first: number;
  readonly columns: number;
  readonly rows: readonly SeedCohort[];
  /** Where K of later seeds goes, corrected for age. */
  readonly trend: KTrend;
  /** Age up to which children are counted, where that is short of the horizon; milliseconds. */
  readonly within: number | null;
}

const MOST = { generation: 8, day: 14 } as const;

/** Do later seeds spread worse? Cascades by when their seed was planted, from the first step on. */
export function analyseCohorts(
  { forest, lags, chosen, asOf, horizon, ...span }: Selection,
  { by, zone }: { by: CohortColumns; zone: string },
): SeedCohorts {
  const { interval } = lags;
  const { grain, until } = cohortGrid(forest, { asOf, horizon, zone });
  const steps = timeSteps(span, grain, zone);
  const first = by === "generation" ? 1 : 0;
  const planted = steps.map(() => ({ seeds: 0, youngest: 0, cells: new Array<number>(MOST[by]).fill(0) }));
  const cohortOfRoot = new Map<number, number>();
  forest.roots.forEach((root, i) => {
    const born = forest.at[root] ?? 0;
    const at = chosen[root] === 1 && isSeed(forest, root) ? stepAt(steps, born) : -1;
    const cohort = planted[at];
    if (cohort === undefined) return;
    cohortOfRoot.set(root, at);
    cohort.seeds += 1;
    cohort.youngest = Math.max(cohort.youngest, born);
    for (let node = root + 1; node < (forest.roots[i + 1] ?? forest.size); node++) {
      const age = Math.max(0, (forest.at[node] ?? 0) - born);
      const cell = by === "generation" ? (forest.depth[node] ?? 0) - first : Math.floor(age / DAY);
      if (cell < cohort.cells.length) cohort.cells[cell] = (cohort.cells[cell] ?? 0) + 1;
    }
  });
  const parts = cohortParts(forest, (share) => cohortOfRoot.get(forest.root[share] ?? -1) ?? -1, {
    ...{ asOf, lagCdf: interval.cdf },
    horizon: interval.within,
  });
  const within = interval.within < horizon ? interval.within : null;
  const measured = cohortRows(parts, steps.length, {
    dispersion: () => currentRt(forest, until, { asOf, horizon, zone, interval }).dispersion,
    ...(within === null ? {} : { within }),
  });
  const widest = Math.max(0, ...planted.map(({ cells }) => cells.findLastIndex((count) => count > 0) + 1));
  const rows = steps.flatMap((step, i) => {
    const [row, cohort] = [measured[i], planted[i]];
    if (row === undefined || cohort === undefined || cohort.seeds === 0) return [];
    const cells = cohort.cells.slice(0, widest).map((count, cell) => {
      return by === "day" && cohort.youngest + (cell + 1) * DAY > asOf ? null : count / cohort.seeds;
    });
    return [{ step, seeds: cohort.seeds, ...row, cells }];
  });
  return { ...{ by, grain, first, within, rows }, columns: widest, trend: kTrendOf(parts) };
}

/** The Cohorts page's answer; `?by=` says what the columns are. */
export const cohortsAnswer = overPeriod((selection, question) =>
  analyseCohorts(selection, {
    by: COHORT_COLUMNS.find((known) => known === question.options.by) ?? COHORT_COLUMNS[0],
    zone: question.zone,
  }),
);
