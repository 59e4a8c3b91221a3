import { fileName } from "#app/_exports/file-name.ts";
import { openExport } from "#app/_exports/open-export.ts";
import { WIDGETS } from "#app/_exports/registry.ts";
import { streamText } from "#app/_exports/stream-text.ts";
import { csvChunks } from "#lib/format/csv-chunks.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string; widget: string }>;
}

/** The rows of a chart or table, as its page shows them, as a file; `bom=0` leaves the byte order mark out. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const context = await openExport(request, params);
  const name = (await params).widget;
  const widget = WIDGETS.get(name);
  if (widget === undefined) return new Response(null, { status: 404 });
  const rows = await widget.rows(context);
  const bom = context.search.get("bom") !== "0";
  return new Response(streamText(csvChunks(Object.keys(widget.columns), rows, { bom })), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName(context, name)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
