import { pagesOf } from "#app/_files/csv-pieces.ts";
import { csvResponse } from "#app/_files/csv-response.ts";
import { openFile } from "#app/_files/file-context.ts";
import { fileName } from "#app/_files/file-name.ts";
import { sharersWithRestTable } from "#lib/answers/sharers/table.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

/** The ranked list as a CSV file: the rows that the address filters, in its order, all pages. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { scope, campaign, question, ask, bom } = await openFile(request, params);
  const { columns, options } = sharersWithRestTable;
  const ranking = await ask("sharers", options);
  const from = ranking.rows.reduce((first, row) => Math.min(first, row.first), question.wholeAsOf);
  const to = ranking.rows.reduce((last, row) => Math.max(last, row.last), from);
  const name = fileName({ campaign, question: { from, to: to + 1, zone: scope.zone } }, "sharers");
  return csvResponse(name, Object.keys(columns), pagesOf(sharersWithRestTable.rows(ranking, question)), {
    bom,
  });
}
