import { csvResponse } from "#app/_files/csv-response.ts";
import { openFile } from "#app/_files/file-context.ts";
import { fileName } from "#app/_files/file-name.ts";
import { sharersWithRestTable } from "#lib/answers/sharers/table.ts";
import { SHARERS_FILE } from "#lib/answers/tables.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

/** The ranked list as a CSV file: the rows that the address filters, in its order, all pages. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { scope, campaign, question, askLines, bom, dialect, isAllowed } = await openFile(request, params);
  const { pieces, span } = await askLines(SHARERS_FILE);
  const days = { ...(span ?? question), zone: scope.zone };
  const name = fileName({ campaign, question: days }, "sharers");
  return csvResponse(name, Object.keys(sharersWithRestTable.columns), pieces, { bom, dialect, isAllowed });
}
