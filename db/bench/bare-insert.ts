import { type BareRow, openBare } from "./open-bare.ts";

/**
 * The least that could be called storing: the rows of the journal into its own table with its indexes, in one durable
 * transaction a call. What a benchmark measures itself against.
 */
export function bareInsert(path: string): (rows: readonly BareRow[], at: number) => void {
  const { client, store } = openBare(path);
  return client.transaction((rows: readonly BareRow[], at: number) => {
    for (const row of rows) store(row, at);
  });
}
