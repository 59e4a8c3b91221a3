import { estimateCells, estimateColumns, type Row, type Table } from "#lib/answers/table.ts";
import type { ArmComparison } from "./arm-comparison.ts";

interface Arms {
  readonly channels: ArmComparison;
  readonly variants: ArmComparison;
}

const columns = {
  arm: "Channel or variant of the cascades' seeds",
  cascades: "Cascades with a share that is no seed",
  shares: "Shares that are no seed",
  children: "Their children within the horizon",
  ...estimateColumns("k", "Children per share, corrected for age, cascades as clusters"),
};

/** K by the channel of the seeds. */
export const armsByChannelTable: Table<Arms> = { columns, rows: ({ channels }) => armRows(channels) };

/** K by the variant of the seeds. */
export const armsByVariantTable: Table<Arms> = { columns, rows: ({ variants }) => armRows(variants) };

function armRows({ arms }: ArmComparison): Row[] {
  return arms.map(({ name, cascades, shares, children, k }) => [
    name,
    cascades,
    shares,
    children,
    ...estimateCells(k),
  ]);
}
