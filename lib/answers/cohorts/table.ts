import { estimateCells, estimateColumns, type Row, type Table } from "#lib/answers/table.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import type { SeedCohorts } from "./answer.ts";

/** Do later seeds spread worse: one row for each cell of the page's table. */
export const cohortsTable: Table<SeedCohorts> = {
  columns: {
    seeds_planted: "Start of the step, ISO 8601 with the zone's offset",
    seeds: "Seeds planted in it",
    by: "generation, or day since the seed (0 is the first)",
    column: "Number of the generation or day",
    shares_per_seed: "Mean shares of a seed there; empty while not every seed has had time",
    ...estimateColumns("k_so_far", "Children per sharer of the cohort"),
  },
  rows: ({ rows, by, first }, { zone }) =>
    rows.flatMap(({ step, seeds, cells, k }) =>
      cells.map(
        (cell, i): Row => [isoInZone(step.from, zone), seeds, by, first + i, cell, ...estimateCells(k)],
      ),
    ),
};
