import { detectFormat, type FileFormat } from "#lib/sources/detect-format.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";
import { suggestMapping } from "#lib/sources/suggest-mapping.ts";
import { inflateFile } from "./inflate-file.ts";
import { parseJsonRow } from "./parse-json-row.ts";
import { type Row, readRows } from "./read-rows.ts";

const HEAD_BYTES = 64 * 1024;
const SAMPLE_ROWS = 20;
/** Wider than any table that people keep. */
const MOST_COLUMNS = 2000;

/**
 * Reads the head of a file: its format, its columns, a sample of rows and the mapping its headers suggest.
 * Whether the mapping suffices is `assertMapped`'s to say.
 * @throws FileFaultError when the file holds no rows that we read
 */
export async function inspectFile(path: string): Promise<FileInspection> {
  const format = detectFormat(await readHead(path));
  const rows = await readFirstRows(path, format);
  const { header, sample } = format.kind === "csv" ? tableOfCsv(rows) : tableOfJson(rows);
  if (sample.length === 0) throw new FileFaultError({ reason: "no-rows" });
  return { format, header, sample, mapping: suggestMapping(header) };
}

async function readHead(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of inflateFile(path)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) break;
    }
  } catch (error) {
    // A file that breaks later is still worth showing.
    if (!(error instanceof FileFaultError) || length === 0) throw error;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

async function readFirstRows(path: string, format: FileFormat): Promise<Row[]> {
  const rows: Row[] = [];
  try {
    for await (const batch of readRows(path, format)) {
      rows.push(...batch);
      if (rows.length > SAMPLE_ROWS) break;
    }
  } catch (error) {
    if (!(error instanceof FileFaultError) || rows.length < 2) throw error;
  }
  return rows.slice(0, SAMPLE_ROWS + 1);
}

function tableOfCsv([first, ...rest]: Row[]): Pick<FileInspection, "header" | "sample"> {
  const header = [...(first?.fields ?? [])];
  assertNarrow(header.length);
  const seen = new Set<string>();
  for (const name of header) {
    if (name.trim() !== "" && seen.has(name))
      throw new FileFaultError({ reason: "duplicate-column", detail: name });
    seen.add(name);
  }
  return { header, sample: rest.map(({ fields }) => header.map((_, i) => fields[i] ?? "")) };
}

function tableOfJson(rows: Row[]): Pick<FileInspection, "header" | "sample"> {
  const objects = rows.slice(0, SAMPLE_ROWS).map(({ fields }) => {
    const object = parseJsonRow(fields[0] ?? "");
    // A faulty row is shown empty, and named when the file is checked.
    return typeof object === "string" ? new Map<string, string>() : object;
  });
  const names = new Set<string>();
  for (const object of objects) {
    for (const name of object.keys()) names.add(name);
    assertNarrow(names.size);
  }
  const header = [...names];
  return { header, sample: objects.map((object) => header.map((name) => object.get(name) ?? "")) };
}

function assertNarrow(columns: number): void {
  if (columns > MOST_COLUMNS)
    throw new FileFaultError({ reason: "too-many-columns", detail: String(MOST_COLUMNS) });
}
