import type { EventFault } from "#lib/domain/event-fault.ts";
import { withoutGuards } from "#lib/format/formula-guard.ts";
import {
  type ColumnMapping,
  constantOf,
  EVENT_FIELDS,
  type EventField,
} from "#lib/sources/column-mapping.ts";
import type { FileFormat } from "#lib/sources/detect-format.ts";
import { namesOf } from "#lib/sources/shape/find-header.ts";
import type { Row } from "#lib/sources/shape/splitter.ts";
import { locateColumns } from "./locate-columns.ts";
import { parseJsonRow } from "./parse-json-row.ts";
import { readRows } from "./read-rows.ts";

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
  let readRow = firstReader(format, mapping);
  for await (const rows of readRows(path, format, onBytes)) {
    const batch: T[] = [];
    for (const row of rows) {
      if (readRow === undefined) readRow = tableReader(mapping, namesOf(row.fields), format);
      else batch.push(read(row, readRow(row)));
    }
    if (batch.length > 0) yield batch;
  }
}

/** Undefined where the first row is the heading that says how to read. */
function firstReader(format: FileFormat, mapping: ColumnMapping): ReadRow | undefined {
  const { kind, header } = format;
  if (kind === "json" || kind === "ndjson") return jsonReader(mapping);
  return header === false ? tableReader(mapping, null, format) : undefined;
}

/** @param header names of the columns; null when the table has none */
function tableReader(
  mapping: ColumnMapping,
  header: readonly string[] | null,
  { delimiter }: FileFormat,
): ReadRow {
  const columns = locateColumns(mapping, header);
  const words = wordsOf(mapping);
  const width = header?.length ?? Number.POSITIVE_INFINITY;
  // One closure for all rows: this runs by the million.
  let fields: readonly string[] = [];
  let short = false;
  const dialect = delimiter === ";" ? "semicolon" : "comma";
  const read: ReadField = (field) =>
    withoutGuards(fields[columns[field] ?? -1] ?? words[field] ?? "", dialect);
  return (row) => {
    fields = row.fields;
    if (fields.length === width) return read;
    // Spreadsheets leave out empty fields at the end of a row, and write some behind it.
    if (fields.length > width)
      return fields.slice(width).some((field) => field.trim() !== "") ? "too-many-fields" : read;
    // The one short row of a file, with no line end behind it, is what was left when the file was cut.
    if (row.open && !short && header !== null) return "too-few-fields";
    short = true;
    return read;
  };
}

/** Fields that are the same in every row. */
function wordsOf(mapping: ColumnMapping): Partial<Record<EventField, string>> {
  const words: Partial<Record<EventField, string>> = {};
  for (const field of EVENT_FIELDS) {
    const word = constantOf(mapping[field] ?? "");
    if (word !== null) words[field] = word;
  }
  return words;
}

function jsonReader(mapping: ColumnMapping): ReadRow {
  const words = wordsOf(mapping);
  return ({ fields: [line = ""] }) => {
    const object = parseJsonRow(line);
    if (typeof object === "string") return object;
    return (field) => {
      const name = mapping[field];
      return name === undefined ? "" : (object.get(name) ?? words[field] ?? "");
    };
  };
}
