import { capText } from "#db/cap-text.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { EventFault } from "#lib/domain/event-fault.ts";
import { withoutGuards } from "#lib/format/formula-guard.ts";
import { type ColumnMapping, EVENT_FIELDS, type EventField } from "#lib/sources/column-mapping.ts";
import type { FileFormat } from "#lib/sources/detect-format.ts";
import { eventFromFields } from "#lib/sources/event-from-fields.ts";
import type { ReadingContext } from "#lib/sources/field-reader.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { sourceOfMapping } from "#lib/sources/registry.ts";
import { assertMapped } from "./assert-mapped.ts";
import { parseJsonRow } from "./parse-json-row.ts";
import { type Row, readRows } from "./read-rows.ts";

/** A row that is an event. `row` counts data rows from 1, `line` is where the row ends in the file. */
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
export interface EventFile {
  readonly path: string;
  readonly format: FileFormat;
  readonly mapping: ColumnMapping;
  readonly context: ReadingContext;
  /** Called with the number of bytes of the file read so far. */
  readonly onBytes?: (read: number) => void;
}

type ReadField = (field: EventField) => string;
type ReadRow = (row: Row) => ReadField | EventFault["reason"];

const RAW_BYTES = 2048;
const NEEDS_QUOTES = /["\r\n]/;

/**
 * Reads a file as events and faulty rows, in batches as they come; memory does not grow with the file.
 * @throws FileFaultError after all rows that could be read before the fault; at once when the mapping does
 * not suffice or names columns that the file lacks
 */
export async function* readEvents(file: EventFile): AsyncGenerator<(EventRow | FaultyRow)[]> {
  const { path, format, mapping, context, onBytes } = file;
  assertMapped(mapping);
  const source = sourceOfMapping(mapping);
  let readRow: ReadRow | undefined = format.kind === "ndjson" ? jsonReader(mapping) : undefined;
  let count = 0;
  for await (const rows of readRows(path, format, onBytes)) {
    const batch: (EventRow | FaultyRow)[] = [];
    for (const row of rows) {
      if (readRow === undefined) {
        readRow = csvReader(mapping, row.fields);
        continue;
      }
      count += 1;
      const { line } = row;
      const fields = readRow(row);
      const result =
        typeof fields === "string"
          ? { field: "row", reason: fields }
          : eventFromFields(source, fields, context);
      if ("kind" in result) batch.push({ row: count, line, event: result });
      else batch.push({ row: count, line, fault: result, raw: rawOf(row, format) });
    }
    if (batch.length > 0) yield batch;
  }
  if (count === 0) throw new FileFaultError({ reason: "no-rows" });
}

function csvReader(mapping: ColumnMapping, header: readonly string[]): ReadRow {
  const absent = Object.values(mapping).filter((name) => !header.includes(name));
  if (absent.length > 0) throw new FileFaultError({ reason: "missing-columns", detail: absent.join(", ") });
  const columns: Partial<Record<EventField, number>> = {};
  for (const field of EVENT_FIELDS) {
    const name = mapping[field];
    if (name !== undefined) columns[field] = header.indexOf(name);
  }
  // One closure for all rows: this runs by the million.
  let fields: readonly string[] = [];
  const read: ReadField = (field) => withoutGuards(fields[columns[field] ?? -1] ?? "");
  return (row) => {
    fields = row.fields;
    if (fields.length === header.length) return read;
    return fields.length < header.length ? "too-few-fields" : "too-many-fields";
  };
}

function jsonReader(mapping: ColumnMapping): ReadRow {
  return ({ fields: [line = ""] }) => {
    const object = parseJsonRow(line);
    if (typeof object === "string") return object;
    return (field) => {
      const name = mapping[field];
      return name === undefined ? "" : (object.get(name) ?? "");
    };
  };
}

function rawOf({ fields }: Row, { delimiter }: FileFormat): string {
  if (delimiter === null) return capText(fields[0] ?? "", RAW_BYTES);
  const quoted = fields.map((field) =>
    NEEDS_QUOTES.test(field) || field.includes(delimiter) ? `"${field.replaceAll('"', '""')}"` : field,
  );
  return capText(quoted.join(delimiter), RAW_BYTES);
}
