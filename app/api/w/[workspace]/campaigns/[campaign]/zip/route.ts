import { attachment } from "#app/_files/content-disposition.ts";
import { openFile } from "#app/_files/file-context.ts";
import { fileName } from "#app/_files/file-name.ts";
import { zipOfTables } from "#app/_files/zip-of-tables.ts";
import { whileAllowed } from "#app/_server/while-allowed.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

/** Every chart and table of a campaign, with what their columns mean and what was asked. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const context = await openFile(request, params);
  return new Response(whileAllowed(zipOfTables(context), context.isAllowed), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": attachment(`${fileName(context, "all")}.zip`),
      "Cache-Control": "no-store",
    },
  });
}
