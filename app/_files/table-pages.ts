import type { AnswerName, RecordName, RegisteredTable } from "#lib/answers/registry.ts";
import type { Row } from "#lib/answers/table.ts";
import { pagesOf } from "./csv-pieces.ts";
import type { FileContext } from "./file-context.ts";
import { RECORDS } from "./records.ts";

/**
 * The rows of a table in pages: of the answer to the page's question, or of the records as they are.
 * @throws NotFoundError when the records are none of this person's business
 */
export async function tablePages<N extends AnswerName, R extends RecordName>(
  registered: RegisteredTable<N, R>,
  context: FileContext,
): Promise<Iterable<readonly Row[]>> {
  const { question } = context;
  if ("answer" in registered) {
    const { answer, table } = registered;
    return pagesOf(table.rows(await context.ask(answer, table.options), question));
  }
  const { record, table } = registered;
  const parts = await RECORDS[record](context);
  return (function* () {
    for (const part of parts) {
      const rows = table.rows(part, question);
      // A part without a row is a pause.
      let isEmpty = true;
      for (const page of pagesOf(rows)) {
        isEmpty = false;
        yield page;
      }
      if (isEmpty) yield [];
    }
  })();
}
