import { markedCodesFor } from "#app/_answers/marked-codes-for.ts";
import { csvResponse } from "#app/_files/csv-response.ts";
import { openFile } from "#app/_files/file-context.ts";
import { fileName } from "#app/_files/file-name.ts";
import { currentScope } from "#app/_server/current-scope.ts";
import { memberAccess } from "#app/_server/member-access.ts";
import { type ListedEvent, listEvents } from "#db/queries/events/list-events.ts";
import { ATTRIBUTES } from "#lib/domain/event.ts";
import { csvLines } from "#lib/format/csv.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";

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
  const context = await openFile(request, params);
  const scope = await currentScope((await params).workspace, "events.read");
  const { question } = context;
  const { campaignId, from, to, filters, zone } = question;
  const marked = await markedCodesFor(context.scope, { campaignId, filters });
  function* lines(): Generator<string> {
    for (let after = 0; ; ) {
      const page = listEvents(scope, { campaignId, after, from, to, filters, marked });
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.seq;
      yield csvLines(page.map((event) => cellsOf(event, zone)));
    }
  }
  const isAllowed = await memberAccess(scope, "events.read");
  return csvResponse(fileName(context, "events"), KEYS, lines(), { bom: context.bom, isAllowed });
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
