import type { EventFault } from "#lib/domain/event-fault.ts";
import { withoutGuards } from "#lib/format/formula-guard.ts";
import { type ColumnMapping, EVENT_FIELDS, type EventField } from "#lib/sources/column-mapping.ts";
import type { FileFormat } from "#lib/sources/detect-format.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { parseJsonRow } from "./parse-json-row.ts";
import { type Row, readRows } from "./read-rows.ts";

/** Gives a field of a row as text, "" where the row has none. */
export type ReadField = (field: EventField) => string;

/** How a row is read by field, or why it cannot be. What it answers holds until the next row is read. */
type ReadRow = (row: Row) => ReadField | EventFault["reason"];

/** A file and which of its columns fill which fields. */
export interface FieldsFile {
  readonly path: string;
  readonly format: FileFormat;
  readonly mapping: ColumnMapping;
  /** Called with the number of bytes of the file read so far. */
  readonly onBytes?: (read: number) => void;
}

/**
 * Reads a file's rows of data one by one by field, in batches as they come.
 * @param read called for every row; what it returns is gathered
 * @throws FileFaultError after all rows that could be read before the fault; at once when the mapping names
 * columns that the file lacks
 */
export async function* readFields<T>(
  { path, format, mapping, onBytes }: FieldsFile,
  read: (row: Row, fields: ReadField | EventFault["reason"]) => T,
): AsyncGenerator<T[]> {
  let readRow: ReadRow | undefined = format.kind === "ndjson" ? jsonReader(mapping) : undefined;
  for await (const rows of readRows(path, format, onBytes)) {
    const batch: T[] = [];
    for (const row of rows) {
      if (readRow === undefined) readRow = csvReader(mapping, row.fields);
      else batch.push(read(row, readRow(row)));
    }
    if (batch.length > 0) yield batch;
  }
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
