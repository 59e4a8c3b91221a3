import { markedCodesFor } from "#app/_answers/marked-codes-for.ts";
import { listEvents } from "#db/queries/events/list-events.ts";
import type { Scope } from "#lib/access/scope.ts";
import { csvLines } from "#lib/format/csv.ts";
import { eventCells, eventLine } from "#lib/sources/event-file.ts";
import type { FileContext } from "./file-context.ts";

/**
 * A campaign's events of the question's stretch of time and filters, as lines of CSV or NDJSON without a head, in the
 * order in which they came.
 */
export async function eventPieces(
  { scope, question, dialect }: Pick<FileContext, "scope" | "question" | "dialect">,
  reading: Scope<"events.read">,
  format: "csv" | "ndjson",
): Promise<Iterable<string>> {
  const { campaignId, from, to, filters, zone } = question;
  const marked = await markedCodesFor(scope, { campaignId, filters });
  return (function* () {
    for (let after = 0; ; ) {
      const page = listEvents(reading, { campaignId, after, from, to, filters, marked });
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.seq;
      if (format === "csv")
        yield csvLines(
          page.map((event) => eventCells(event, zone, dialect)),
          dialect,
        );
      else yield page.map((event) => eventLine(event, zone)).join("");
    }
  })();
}
