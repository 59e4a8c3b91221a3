import type { ChannelBoard, ChannelRow, PooledColumn } from "./answer.ts";

/** Columns of the board of channels, as they stand. */
export const BOARD_COLUMNS = [
  "channel",
  "people",
  "shareOfReach",
  "shares",
  "shareRate",
  "shareRatePooled",
  "conversionRate",
  "conversionRatePooled",
  "k",
  "kPooled",
  "cycleTime",
  "costPerPerson",
] as const satisfies readonly (keyof ChannelRow)[];
export type BoardColumn = (typeof BOARD_COLUMNS)[number];
export type BoardSort = BoardColumn;

/** Which column each pooled one is of. */
export const POOLED_OF = {
  shareRatePooled: "shareRate",
  conversionRatePooled: "conversionRate",
  kPooled: "k",
} as const satisfies Partial<Record<BoardColumn, PooledColumn>>;
export const POOLED_COLUMNS = ["shareRatePooled", "conversionRatePooled", "kPooled"] as const;

/**
 * Channels by a column: names from A, figures from the largest, the unknown last, equals by name. What is pooled ranks
 * by the pooled figure; where the channels differ by no more than chance nothing ranks them, and they stay as they are.
 * @param wanted as the address has it; anything unknown means people
 */
export function sortBoard(
  { rows, pooling }: Pick<ChannelBoard, "rows" | "pooling">,
  wanted: unknown,
): { rows: ChannelRow[]; sort: BoardSort } {
  const asked = BOARD_COLUMNS.find((known) => known === wanted) ?? "people";
  const pooled = POOLED_COLUMNS.find((column) => column === asked || POOLED_OF[column] === asked);
  const verdict = pooled === undefined ? undefined : pooling[POOLED_OF[pooled]];
  const sort = pooled === undefined ? asked : verdict === "too-few" ? POOLED_OF[pooled] : pooled;
  if (verdict === "alike") return { rows: [...rows], sort };
  const byName = (a: ChannelRow, b: ChannelRow) => (a.channel < b.channel ? -1 : 1);
  const figure = (row: ChannelRow) => {
    const cell = sort === "channel" ? 0 : row[sort];
    if (typeof cell !== "object") return cell;
    // A channel of one cascade shows the mean of all, which is no rank of its own.
    return cell === null || cell.note === "too-few-to-tell" ? null : cell.value;
  };
  const order = (a: ChannelRow, b: ChannelRow) => {
    const [x, y] = [figure(a) ?? Number.NEGATIVE_INFINITY, figure(b) ?? Number.NEGATIVE_INFINITY];
    return x === y ? byName(a, b) : y - x;
  };
  return { rows: rows.toSorted(sort === "channel" ? byName : order), sort };
}
