import type { Cell, NamedCells } from "#lib/answers/table.ts";

/** The rows of one value of a column as one. */
export interface PivotedRow {
  readonly of: Cell;
  /** By the values of another column. */
  readonly cells: ReadonlyMap<Cell, Cell>;
}

/** A long table wide: a row for each value of `by`, in it a cell of `value` for each value of `into`. */
export function pivotRows<C extends string>(
  rows: readonly NamedCells<C>[],
  { by, into, value }: { readonly by: C; readonly into: C; readonly value: C },
): PivotedRow[] {
  const wide = new Map<Cell, Map<Cell, Cell>>();
  for (const row of rows) {
    const cells = wide.get(row[by]) ?? new Map<Cell, Cell>();
    wide.set(row[by], cells.set(row[into], row[value]));
  }
  return Array.from(wide, ([of, cells]) => ({ of, cells }));
}
