import { askWorkspace } from "#app/_answers/ask.ts";
import { csvResponse } from "#app/_files/csv-response.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { memberAccess } from "#app/_server/member-access.ts";
import { toolTableOf } from "#lib/answers/tools/table.ts";
import { csvPieces } from "#lib/format/csv.ts";

interface Context {
  readonly params: Promise<{ workspace: string; table: string }>;
}

/** What the Tools page shows as a CSV file; `bom=0` leaves the byte order mark out. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace, table: name } = await params;
  const scope = await currentScope(workspace, "campaigns.read");
  const table = toolTableOf(name);
  if (table === null) return new Response(null, { status: 404 });
  const rows = table.rows(await askWorkspace(scope, "tools"));
  return csvResponse(
    `intishar_${scope.workspaceSlug}_tools_${name}`,
    Object.keys(table.columns),
    csvPieces(rows),
    {
      isAllowed: await memberAccess(scope, "campaigns.read"),
      bom: new URL(request.url).searchParams.get("bom") !== "0",
    },
  );
}
