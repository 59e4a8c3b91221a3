import type { RowFault } from "#db/import/describe-fault.ts";
import { findParents, reportParents } from "#db/import/index-parents.ts";
import { inspectMapped } from "#db/import/inspect-mapped.ts";
import { readEvents } from "#db/import/read-events.ts";
import { surveyColumns } from "#db/import/survey-columns.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { ParentMatches } from "#lib/domain/parent-report.ts";
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
  /** Id of the known export that the file seems to be; null where it is none. */
  readonly known: string | null;
  /** Cells from which invisible marks were taken. */
  readonly marked: number;
  /** What the choice of what parents mean has found. */
  readonly applied: ParentMatches | null;
  /** Reads the file again for what would find the parents that are unknown, where nothing was chosen. */
  readonly lookForCure: () => Promise<ParentMatches | null>;
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
  { map, zone, choices: chosen, now, shape = {} }: ReadOptions,
): Promise<EventLog> {
  const { format, mapping, notes, known, choices: written } = await inspectMapped(path, { map, shape });
  const choices = { ...written, ...chosen };
  const events: CampaignEvent[] = [];
  let rows = 0;
  let count = 0;
  const first: RowFault[] = [];
  const forms = (await surveyColumns({ path, format, mapping, choices })) ?? PLAIN_FORMS;
  const context = { zone, currency: null, now, forms };
  const file = { path, format, mapping, context };
  const found = await findParents(file, choices, { campaign: null });
  const tally = { marked: 0 };
  for await (const batch of readEvents({ ...file, ...found.place, tally })) {
    for (const row of batch) {
      rows += 1;
      if ("event" in row) events.push(row.event);
      else {
        count += 1;
        if (count <= FAULTS_NAMED) first.push({ row: row.row, line: row.line, ...row.fault });
      }
    }
  }
  found.close();
  const { applied } = found;
  const lookForCure = async () =>
    applied === null ? ((await reportParents(file, { campaign: null }))?.cure ?? null) : null;
  const read = { forms, events, rows, notes, known, marked: tally.marked };
  return { ...read, faulty: { count, first }, applied, lookForCure };
}
