import { csvResponse } from "#app/_files/csv-response.ts";
import { eventPieces } from "#app/_files/event-pieces.ts";
import { openFile } from "#app/_files/file-context.ts";
import { fileName } from "#app/_files/file-name.ts";
import { fileResponse } from "#app/_files/file-response.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { memberAccess } from "#app/_server/member-access.ts";
import { EVENT_FILE_COLUMNS } from "#lib/sources/event-file.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

/**
 * The campaign's events of the page's stretch of time and filters, in the words of the import format, streamed:
 * importing the file brings them back. CSV, or NDJSON with `format=ndjson`.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const context = await openFile(request, params);
  const scope = await currentScope((await params).workspace, "events.read");
  const format = new URL(request.url).searchParams.get("format") === "ndjson" ? "ndjson" : "csv";
  const pieces = await eventPieces(context, scope, format);
  const isAllowed = await memberAccess(scope, "events.read");
  const name = fileName(context, "events");
  if (format === "ndjson") return fileResponse(`${name}.ndjson`, "application/x-ndjson", pieces, isAllowed);
  return csvResponse(name, Object.keys(EVENT_FILE_COLUMNS), pieces, { ...context, isAllowed });
}
