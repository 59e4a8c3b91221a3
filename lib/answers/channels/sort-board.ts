import type { ChannelRow } from "./answer.ts";

/** Columns of the board of channels, as they stand. */
export const BOARD_COLUMNS = [
  "channel",
  "people",
  "shareOfReach",
  "shares",
  "shareRate",
  "conversionRate",
  "k",
  "cycleTime",
  "costPerPerson",
] as const satisfies readonly (keyof ChannelRow)[];
export type BoardColumn = (typeof BOARD_COLUMNS)[number];
export type BoardSort = BoardColumn;

/**
 * Channels by a column: names from A, figures from the largest, the unknown last, equals by name.
 * @param wanted as the address has it; anything unknown means people
 */
export function sortBoard(
  rows: readonly ChannelRow[],
  wanted: unknown,
): { rows: ChannelRow[]; sort: BoardSort } {
  const sort = BOARD_COLUMNS.find((known) => known === wanted) ?? "people";
  const byName = (a: ChannelRow, b: ChannelRow) => (a.channel < b.channel ? -1 : 1);
  const figure = (row: ChannelRow) => {
    const cell = sort === "channel" ? 0 : row[sort];
    return (typeof cell === "object" ? cell?.value : cell) ?? Number.NEGATIVE_INFINITY;
  };
  const order = (a: ChannelRow, b: ChannelRow) => {
    const [x, y] = [figure(a), figure(b)];
    return x === y ? byName(a, b) : y - x;
  };
  return { rows: rows.toSorted(sort === "channel" ? byName : order), sort };
}
