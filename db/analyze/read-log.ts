import type { RowFault } from "#db/import/describe-fault.ts";
import { inspectMapped } from "#db/import/inspect-mapped.ts";
import { readEvents } from "#db/import/read-events.ts";
import { surveyColumns } from "#db/import/survey-columns.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import type { ShapeChoices } from "#lib/sources/detect-format.ts";
import { type ColumnForms, PLAIN_FORMS, type ReadingChoices } from "#lib/sources/reading.ts";

const FAULTS_NAMED = 5;

/** What a file says: its events, and which of its rows say nothing that can be read. */
export interface EventLog {
  /** How its columns are written. */
  readonly forms: ColumnForms;
  readonly events: CampaignEvent[];
  readonly rows: number;
  /** English lines that say what was taken for granted of the file. */
  readonly notes: readonly string[];
  readonly faulty: { readonly count: number; readonly first: readonly RowFault[] };
}

interface ReadOptions {
  /** Columns whose name does not say which field they fill. */
  readonly map: ColumnMapping;
  readonly zone: string;
  readonly choices: ReadingChoices;
  readonly shape?: ShapeChoices;
  /** UTC milliseconds. */
  readonly now: number;
}

/**
 * Reads a whole log into memory.
 * @throws FileFaultError when the file cannot be read to its end
 */
export async function readLog(
  path: string,
  { map, zone, choices, now, shape = {} }: ReadOptions,
): Promise<EventLog> {
  const { format, mapping, notes } = await inspectMapped(path, { map, shape });
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
  return { forms, events, rows, notes, faulty: { count, first } };
}
