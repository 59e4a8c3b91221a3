import { type Cell, estimateCells, estimateColumns, plainCells, type Table } from "#lib/answers/table.ts";
import { BAND_FROM, kIfLost } from "#lib/estimators/orphan-bound.ts";
import type { Sensitivity } from "./answer.ts";

/** Parts of the links that the file imagines lost. */
const LOST = [0.1, 0.2, 0.3, 0.5];

/** K as counted, its bound from orphans, without suspects, and what it would be if more links were lost. */
export const sensitivityTable = {
  columns: {
    case: "as_counted; orphans: every one of them a re-share of a re-share; without_suspects; what_if_lost",
    part: "Part of the shares that are orphans or suspect, or part of the links imagined lost, 0 to 1",
    ...estimateColumns("k", "Children per share"),
    bound_low: "Lowest K that the missing links leave open",
    bound_high: "Highest",
  },
  rows: ({ k, orphans, suspects }) => {
    const none: readonly Cell[] = [null, null];
    const isBand = orphans.part >= BAND_FROM && orphans.upper !== null;
    return [
      ["as_counted", null, ...estimateCells(k), ...none],
      ["orphans", orphans.part, ...plainCells(null), ...(isBand ? [orphans.k, orphans.upper] : none)],
      ["without_suspects", suspects.part, ...estimateCells(suspects.k), ...none],
      ...(k.value === null
        ? []
        : LOST.map((lost) => ["what_if_lost", lost, ...estimateCells(kIfLost(k, lost)), ...none])),
    ];
  },
} satisfies Table<Sensitivity>;
