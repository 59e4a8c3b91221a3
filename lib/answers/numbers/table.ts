import { estimateCells, estimateColumns, type Table } from "#lib/answers/table.ts";
import { METRICS } from "#lib/metrics/registry.ts";
import type { Numbers } from "./answer.ts";

/** Every number of the registry. */
export const numbersTable: Table<Numbers> = {
  columns: {
    id: "Key of the number; the page of definitions explains it",
    unit: "In which it stands; shares are counts, a proportion is part of a whole from 0 to 1, times in milliseconds",
    ...estimateColumns("value", "The number"),
  },
  rows: ({ numbers }) =>
    numbers.map(({ id, estimate }) => [
      id,
      METRICS.find((metric) => metric.id === id)?.unit ?? null,
      ...estimateCells(estimate),
    ]),
};
