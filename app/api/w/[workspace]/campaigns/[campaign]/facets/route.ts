import { openFile } from "#app/_files/file-context.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

/** The values that a campaign can be filtered by. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { ask } = await openFile(request, params);
  return Response.json(await ask("facets"), { headers: { "Cache-Control": "no-store" } });
}
