import { attachment } from "#app/_files/content-disposition.ts";
import { csvDialectOf } from "#app/_files/csv-dialect-of.ts";
import { streamPieces } from "#app/_files/stream-pieces.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { memberAccess } from "#app/_server/member-access.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { whileAllowed } from "#app/_server/while-allowed.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { errorsCsv } from "./errors-csv.ts";

interface ErrorsContext {
  readonly params: Promise<{ workspace: string; import: string }>;
}

/** The faulty rows of an import as a CSV file, streamed. */
export async function GET(request: Request, { params }: ErrorsContext): Promise<Response> {
  const { workspace, import: id } = await params;
  const scope = await currentScope(workspace, "events.read");
  const t = await requestTranslate();
  const importId = Number(id);
  try {
    readImport(scope, { importId });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
  const isAllowed = await memberAccess(scope, "events.read");
  return new Response(
    whileAllowed(streamPieces(errorsCsv(scope, importId, { t, dialect: csvDialectOf(request) })), isAllowed),
    {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": attachment(`import-${importId}-faulty-rows.csv`),
        "Cache-Control": "no-store",
      },
    },
  );
}
