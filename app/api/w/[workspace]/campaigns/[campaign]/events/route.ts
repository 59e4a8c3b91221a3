import { fileName } from "#app/_exports/file-name.ts";
import { openExport } from "#app/_exports/open-export.ts";
import { streamText } from "#app/_exports/stream-text.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { markedCodesFor } from "#app/w/_server/marked-codes-for.ts";
import { type ListedEvent, listEvents } from "#db/queries/events/list-events.ts";
import { ATTRIBUTES } from "#lib/domain/event.ts";
import { csvChunks } from "#lib/format/csv-chunks.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string }>;
}

const KEYS = [
  ...["id", "kind", "person", "via", "code", "channel", "mode", "seedKind", "variant", "occurredAt"],
  ...["value", "currency", "role", "score", ...ATTRIBUTES, "arrives", "verified", "label", "source"],
  "receivedAt",
];

/** The campaign's events of the page's stretch of time and filters, in the words of the import format, streamed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const context = await openExport(request, params);
  const scope = await currentScope((await params).workspace, "events.read");
  const { question, search } = context;
  const { campaignId, from, to, filters, zone } = question;
  const marked = await markedCodesFor(context.scope, { campaignId, filters });
  function* rows(): Generator<(string | number | null)[]> {
    for (let after = 0; ; ) {
      const page = listEvents(scope, { campaignId, after, from, to, filters, marked });
      for (const event of page) yield cellsOf(event, zone);
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.seq;
    }
  }
  return new Response(streamText(csvChunks(KEYS, rows(), { bom: search.get("bom") !== "0" })), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName(context, "events")}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}

function cellsOf(event: ListedEvent, zone: string): (string | number | null)[] {
  const attributes: Record<string, string> = event.attributes === null ? {} : JSON.parse(event.attributes);
  return [
    ...[event.id, event.kind, event.person, event.via, event.code, event.channel, event.mode],
    ...[event.seedKind, event.variant, isoInZone(event.occurredAt, zone), event.value, event.currency],
    ...[event.role, event.score, ...ATTRIBUTES.map((name) => attributes[name] ?? null)],
    ...[event.arrives, event.verified, event.label, event.source, isoInZone(event.receivedAt, zone)],
  ];
}
