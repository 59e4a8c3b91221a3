import { csvResponse } from "#app/_files/csv-response.ts";
import { openFile } from "#app/_files/file-context.ts";
import { fileName } from "#app/_files/file-name.ts";
import { tableLines } from "#app/_files/table-lines.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { TABLES } from "#lib/answers/tables.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string; table: string }>;
}

/** The rows of a chart or table, as its page shows them, as a file; `bom=0` leaves the byte order mark out. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const context = await openFile(request, params);
  const name = (await params).table;
  const registered = TABLES.get(name);
  if (registered === undefined) return new Response(null, { status: 404 });
  try {
    const lines = await tableLines(name, registered, context);
    return csvResponse(fileName(context, name), Object.keys(registered.table.columns), lines, context);
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
