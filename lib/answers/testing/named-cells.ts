import type { Question } from "#lib/answers/question.ts";
import type { Cell, Table } from "#lib/answers/table.ts";
import type { Estimate } from "#lib/domain/estimate.ts";

/** Cells of a row by the keys of their columns. */
export type NamedCells = Readonly<Record<string, Cell>>;

/** The rows of a table, each cell by its column's key. */
export function namedRows<A>(table: Table<A>, answer: A, question: Question): NamedCells[] {
  const keys = Object.keys(table.columns);
  return [...table.rows(answer, question)].map((row) =>
    Object.fromEntries(keys.map((key, place) => [key, row[place] ?? null])),
  );
}

/** The four cells that an estimate is expected in. */
export function estimated(key: string, estimate: Estimate): NamedCells {
  const isKnown = estimate.value !== null;
  return {
    [key]: estimate.value,
    [`${key}_low_95`]: isKnown ? (estimate.low ?? null) : null,
    [`${key}_high_95`]: isKnown ? (estimate.high ?? null) : null,
    [`${key}_note`]: estimate.note ?? (isKnown ? null : estimate.why),
  };
}
