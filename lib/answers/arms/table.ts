import { type Cell, estimateCells, estimateColumns, type Row, type Table } from "#lib/answers/table.ts";
import { HOUR } from "#lib/time/lengths.ts";
import type { ArmsAnswer } from "./answer.ts";
import type { ArmComparison } from "./arm-comparison.ts";

const MEASURE =
  "k: K; conversion: part of the people reached who converted; value: value a person reached; share: part of them who shared";

const armColumns = {
  measure: MEASURE,
  arm: "Channel or variant of the cascades' seeds, or side of the comparison",
  seeds: "Seeds planted",
  cascades: "Cascades that the rate rests on, those of one seeder as one",
  cases: "Shares that are no seed; of the other measures, people reached",
  events: "Their children within the horizon; or people who converted or shared, or value",
  ...estimateColumns("rate", "K, or the part or value a person; cascades as clusters"),
  ...estimateColumns("rate_pooled", "The rate drawn towards that of all arms: for ranking"),
};

const pairColumns = {
  measure: MEASURE,
  first: "One arm",
  second: "The other arm",
  ...estimateColumns("ratio", "Rate of the second over that of the first"),
  p: "Two-sided p of no difference; always-valid while the comparison runs",
  p_adjusted: "The same after Holm's correction for the number of pairs",
  finding: "Which of the two is better: first, second, unclear or too-few",
  judging: "running: holds at every look; judged: on the day set before the start; awaited: before that day",
  judged_on: "The day set before the start",
  effective_cascades:
    "Cascades of equal weight of the arm that has fewer; a running comparison is judged from 10 on",
  evidence_changed: "1 where the ranges of earlier looks have nothing in common with the present one",
  pooled_lags: "1 where both arms were allowed for by the lags of both",
  within_hours: "Age up to which children were counted, hours, where short of the horizon",
};

const planColumns = {
  by: "channel: by channel of the seeds; variant: by variant",
  measure: MEASURE,
  held_out: "Part of the seeds in the smaller arm, or held out",
  held_cascades: "Cascades to plant there to find a ratio of 1.2 four times in five at 5 %",
  other_cascades: "Cascades to plant in the other arm",
  planted: "Cascades planted so far in the two largest arms",
  ratio_found: "The ratio that these find four times in five",
};

/** What the arms of a comparison are, one row each. */
export const armsByChannelTable: Table<ArmsAnswer> = armsTable(({ channels }) => channels);
export const armsByVariantTable: Table<ArmsAnswer> = armsTable(({ variants }) => variants);

/** Every two arms against each other. */
export const pairsByChannelTable: Table<ArmsAnswer> = pairsTable(({ channels }) => channels);
export const pairsByVariantTable: Table<ArmsAnswer> = pairsTable(({ variants }) => variants);

/** What a test or a holdout would take. */
export const armPlanTable: Table<ArmsAnswer> = {
  columns: planColumns,
  rows: ({ channels, variants }) =>
    [...channels, ...variants].flatMap(({ by, measure, plan }) =>
      (plan?.holdouts ?? []).map(
        ({ share, held, seeded }): Row => [
          by,
          measure,
          share,
          held,
          seeded,
          plan?.planted ?? null,
          plan?.found ?? null,
        ],
      ),
    ),
};

/** Whether the seeds were split over the variants as planned. */
export const armSplitTable: Table<ArmsAnswer> = {
  columns: {
    variant: "Variant of the seeds",
    seeds: "Seeds planted",
    planned_weight: "Weight in the plan; equal where none was set",
    p: "p of a split this far from the plan; below 0.001 something is wrong with how seeds are dealt",
  },
  rows: ({ split }) =>
    (split?.arms ?? []).map(({ name, seeds, weight }) => [name, seeds, weight, split?.p ?? null]),
};

/** A table of arms of whatever an answer compares. */
export function armsTable<A>(comparisonsOf: (answer: A) => readonly ArmComparison[]): Table<A> {
  return {
    columns: armColumns,
    rows: (answer) =>
      comparisonsOf(answer).flatMap(({ measure, arms }) =>
        arms.map(({ name, seeds, cascades, cases, events, rate, pooled }): Row => {
          return [
            measure,
            name,
            seeds,
            cascades,
            cases,
            events,
            ...estimateCells(rate),
            ...estimateCells(pooled),
          ];
        }),
      ),
  };
}

/** A table of pairs of arms of whatever an answer compares. */
export function pairsTable<A>(comparisonsOf: (answer: A) => readonly ArmComparison[]): Table<A> {
  return { columns: pairColumns, rows: (answer) => comparisonsOf(answer).flatMap(pairRows) };
}

function pairRows({ measure, judging, pairs }: ArmComparison): Row[] {
  const flag = (is: boolean): Cell => (is ? 1 : 0);
  return pairs.map((pair) => [
    measure,
    pair.first,
    pair.second,
    ...estimateCells(pair.ratio),
    pair.p,
    pair.adjusted,
    pair.verdict,
    judging.kind,
    judging.kind === "running" ? null : judging.day,
    pair.effective,
    flag(pair.changed),
    flag(pair.pooledLags),
    pair.within === null ? null : pair.within / HOUR,
  ]);
}
