import { type Cell, estimateCells, estimateColumns, plainCells, type Table } from "#lib/answers/table.ts";
import type { Integrity } from "./integrity.ts";
import { BURST_SHARES } from "./suspicion.ts";

const NO_SUMS: readonly Cell[] = [null, ...plainCells(null), ...plainCells(null)];

/** What fixed rules find suspect, and K with it and without. */
export const integrityTable: Table<Integrity> = {
  columns: {
    rule: "Why shares are suspect; all for the campaign's sums",
    threshold: "From what on the rule speaks; empty where it knows no degree",
    shares: "Suspect shares",
    people: "Distinct people of those",
    below: "Shares that only hang below them",
    ...estimateColumns("k", "K of all shares"),
    ...estimateColumns("k_without", "K of those that are neither suspect nor below one that is"),
  },
  rows: ({ rules, suspect, below, k, kWithout }) => [
    ...rules.map(({ rule, shares, persons }) => [
      rule,
      rule === "burst" ? BURST_SHARES : null,
      shares,
      persons,
      ...NO_SUMS,
    ]),
    ["all", null, suspect, null, below, ...estimateCells(k), ...estimateCells(kWithout)],
  ],
};
