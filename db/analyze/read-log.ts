import { assertMapped } from "#db/import/assert-mapped.ts";
import type { RowFault } from "#db/import/describe-fault.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { readEvents } from "#db/import/read-events.ts";
import { surveyColumns } from "#db/import/survey-columns.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import { PLAIN_FORMS, type ReadingChoices } from "#lib/sources/reading.ts";

const FAULTS_NAMED = 5;

/** What a file says: its events, and which of its rows say nothing that can be read. */
export interface EventLog {
  readonly events: CampaignEvent[];
  readonly rows: number;
  readonly faulty: { readonly count: number; readonly first: readonly RowFault[] };
}

/**
 * Reads a whole log into memory.
 * @param options.map columns whose name does not say which field they fill
 * @throws FileFaultError when the file cannot be read to its end
 */
export async function readLog(
  path: string,
  { map, zone, choices, now }: { map: ColumnMapping; zone: string; choices: ReadingChoices; now: number },
): Promise<EventLog> {
  const { format, header, mapping: suggested } = await inspectFile(path);
  const mapping = { ...suggested, ...map };
  assertMapped(mapping, { format, header });
  const events: CampaignEvent[] = [];
  let rows = 0;
  let count = 0;
  const first: RowFault[] = [];
  const forms = (await surveyColumns({ path, format, mapping, choices })) ?? PLAIN_FORMS;
  const context = { zone, currency: null, now, forms };
  for await (const batch of readEvents({ path, format, mapping, context })) {
    for (const row of batch) {
      rows += 1;
      if ("event" in row) events.push(row.event);
      else {
        count += 1;
        if (count <= FAULTS_NAMED) first.push({ row: row.row, line: row.line, ...row.fault });
      }
    }
  }
  return { events, rows, faulty: { count, first } };
}
