import { fileName } from "#app/_exports/file-name.ts";
import { openExport } from "#app/_exports/open-export.ts";
import { zipOfWidgets } from "#app/_exports/zip-of-widgets.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

/** Every chart and table of a campaign, with what their columns mean and what was asked. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const context = await openExport(request, params);
  return new Response(zipOfWidgets(context), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${fileName(context, "all")}.zip"`,
      "Cache-Control": "no-store",
    },
  });
}
