import { currentScope } from "#app/_server/current-scope.ts";
import { importStateOf } from "#components/imports/import-state-of.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { NotFoundError } from "#lib/access/errors.ts";

interface ImportContext {
  readonly params: Promise<{ workspace: string; import: string }>;
}

/** How far an import is. */
export async function GET(_request: Request, { params }: ImportContext): Promise<Response> {
  const { workspace, import: id } = await params;
  const scope = await currentScope(workspace, "events.read");
  try {
    const state = importStateOf(readImport(scope, { importId: Number(id) }), Date.now());
    return Response.json(state, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
