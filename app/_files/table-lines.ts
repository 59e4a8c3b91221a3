import type { AnswerName } from "#lib/answers/registry.ts";
import type { RecordName, RegisteredTable } from "#lib/answers/tables.ts";
import { csvPieces } from "#lib/format/csv.ts";
import type { CsvLines } from "./csv-body.ts";
import type { FileContext } from "./file-context.ts";
import { RECORDS } from "./records.ts";

/**
 * The rows of a table as lines of its file: of the answer to the page's question, or of the records as they are.
 * @throws NotFoundError when the records are none of this person's business
 */
export async function tableLines<N extends AnswerName, R extends RecordName>(
  name: string,
  registered: RegisteredTable<N, R>,
  context: FileContext,
): Promise<CsvLines> {
  const { question, dialect } = context;
  if ("answer" in registered) {
    const { answer, table } = registered;
    if (table.options !== undefined) return (await context.askLines(name)).pieces;
    return csvPieces(table.rows(await context.ask(answer), question), dialect);
  }
  const { record, table } = registered;
  const parts = await RECORDS[record](context);
  return (function* () {
    for (const part of parts) {
      yield* csvPieces(table.rows(part, question), dialect);
      yield "";
    }
  })();
}
