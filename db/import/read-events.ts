import { capText } from "#db/cap-text.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { EventFault } from "#lib/domain/event-fault.ts";
import type { FileFormat } from "#lib/sources/detect-format.ts";
import { eventFromFields } from "#lib/sources/event-from-fields.ts";
import type { ReadingContext } from "#lib/sources/field-reader.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { sourceOfMapping } from "#lib/sources/registry.ts";
import type { Row } from "#lib/sources/shape/splitter.ts";
import { assertMapped } from "./assert-mapped.ts";
import { type FieldsFile, readFields } from "./read-fields.ts";

/** A row that is an event. `row` counts data rows from 1, `line` is where it ends in the file, or its number in a sheet. */
export interface EventRow {
  readonly row: number;
  readonly line: number;
  readonly event: CampaignEvent;
}

/** A row that is none, with what it said, capped. */
export interface FaultyRow {
  readonly row: number;
  readonly line: number;
  readonly fault: EventFault;
  readonly raw: string;
}

/** How to read a file of events. */
export interface EventFile extends FieldsFile {
  readonly context: ReadingContext;
}

const RAW_BYTES = 2048;
const NEEDS_QUOTES = /["\r\n]/;

/**
 * Reads a file as events and faulty rows, in batches as they come; memory does not grow with the file.
 * @throws FileFaultError after all rows that could be read before the fault; at once when the mapping does
 * not suffice or names columns that the file lacks
 */
export async function* readEvents(file: EventFile): AsyncGenerator<(EventRow | FaultyRow)[]> {
  const { format, mapping, context } = file;
  assertMapped(mapping);
  const source = sourceOfMapping(mapping);
  let count = 0;
  const batches = readFields<EventRow | FaultyRow>(file, (row, fields) => {
    count += 1;
    const { line } = row;
    const result =
      typeof fields === "string"
        ? { field: "row", reason: fields }
        : eventFromFields(source, fields, context);
    return "kind" in result
      ? { row: count, line, event: result }
      : { row: count, line, fault: result, raw: rawOf(row, format) };
  });
  yield* batches;
  if (count === 0) throw new FileFaultError({ reason: "no-rows" });
}

function rawOf({ fields }: Row, { kind, delimiter }: FileFormat): string {
  if (kind === "json" || kind === "ndjson") return capText(fields[0] ?? "", RAW_BYTES);
  const mark = delimiter ?? ",";
  const quoted = fields.map((field) =>
    NEEDS_QUOTES.test(field) || field.includes(mark) ? `"${field.replaceAll('"', '""')}"` : field,
  );
  return capText(quoted.join(mark), RAW_BYTES);
}
