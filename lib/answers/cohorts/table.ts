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
    shares: "Shares of its cascades, the seeds left out",
    children: "Their children so far",
    effective_shares: "Those shares, each counted for the part of its children that is due",
    k_so_far: "Children over shares, not corrected for age",
    ...estimateColumns("corrected_k", "Children over effective shares"),
    immature: "1 while less than a fifth of the children are due, else 0",
  },
  rows: ({ rows, by, first }, { zone }) =>
    rows.flatMap(({ step, seeds, cells, shares, children, effective, naive, corrected, hatched }) =>
      cells.map(
        (cell, i): Row => [
          ...[isoInZone(step.from, zone), seeds, by, first + i, cell],
          ...[shares, children, effective, naive, ...estimateCells(corrected), hatched ? 1 : 0],
        ],
      ),
    ),
};
