import { detectFormat, type FileFormat, type ShapeChoices } from "#lib/sources/detect-format.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";
import { guessColumns } from "#lib/sources/guess-columns.ts";
import { findHeader, namesOf } from "#lib/sources/shape/find-header.ts";
import type { Row } from "#lib/sources/shape/splitter.ts";
import { containerOf } from "./inflate-file.ts";
import { parseJsonRow } from "./parse-json-row.ts";
import { readHead } from "./read-head.ts";
import { readRows } from "./read-rows.ts";
import { isWorkbook, listSheets } from "./workbook.ts";
import { listEntries } from "./zip-archive.ts";

const SAMPLE_ROWS = 20;
/** Wider than any table that people keep. */
const MOST_COLUMNS = 2000;

/**
 * Looks at a file: its format, its columns, a sample of rows and the mapping its headers suggest. A table is known by its
 * head; of JSON all objects are looked at, as a key may come late. Whether the mapping suffices is `assertMapped`'s to say.
 * @param choices what a person said of the file
 * @throws FileFaultError when the file holds no rows that we read
 */
export async function inspectFile(path: string, choices: ShapeChoices = {}): Promise<FileInspection> {
  const entries = (await containerOf(path)) === "zip" ? await listEntries(path) : [];
  if (entries.length > 0) {
    if (isWorkbook(entries)) return inspectWorkbook(path, choices.sheet);
    if (entries.includes("content.xml")) throw new FileFaultError({ reason: "archive", detail: "ODS" });
  }
  const { text, encoding } = await readHead(path, choices);
  const { entry } = choices;
  const format: FileFormat = {
    ...detectFormat(text, choices.delimiter),
    ...(encoding === "utf-8" && choices.encoding === undefined ? {} : { encoding }),
    ...(entry === undefined ? {} : { entry }),
  };
  const inspected = await (format.kind === "csv" ? inspectTable : inspectObjects)(path, format);
  return entries.length > 1 ? { ...inspected, entries } : inspected;
}

async function inspectWorkbook(path: string, chosen: string | undefined): Promise<FileInspection> {
  const sheets = await listSheets(path);
  const sheet = chosen ?? sheets[0];
  const bare: FileFormat = { kind: "xlsx", delimiter: null, ...(sheet === undefined ? {} : { sheet }) };
  const rows = await firstRows(path, bare);
  const { skipLines, header } = findHeader(rows);
  const format = { ...bare, ...(skipLines > 0 ? { skipLines } : {}), ...(header ? {} : { header }) };
  return { ...(await inspectTable(path, format)), sheets };
}

async function inspectTable(path: string, format: FileFormat): Promise<FileInspection> {
  const rows = (await firstRows(path, format)).map(({ fields }) => fields);
  const [first = []] = rows;
  const hasHeading = format.header !== false;
  const width = hasHeading ? first.length : Math.max(0, ...rows.map((fields) => fields.length));
  assertNarrow(width);
  const header = hasHeading ? namesOf(first) : Array.from({ length: width }, (_, i) => `#${i + 1}`);
  const sample = rows.slice(hasHeading ? 1 : 0).map((fields) => header.map((_, i) => fields[i] ?? ""));
  if (sample.length === 0) throw new FileFaultError({ reason: "no-rows" });
  return { format, header, sample, ...guessColumns(header, sample) };
}

async function inspectObjects(path: string, format: FileFormat): Promise<FileInspection> {
  const names = new Set<string>();
  const objects: ReadonlyMap<string, string>[] = [];
  await untilFault(path, format, (rows) => {
    for (const { fields } of rows) {
      const object = parseJsonRow(fields[0] ?? "");
      // A faulty row is shown empty, and named when the file is checked.
      const read = typeof object === "string" ? new Map<string, string>() : object;
      for (const name of read.keys()) names.add(name);
      if (objects.length < SAMPLE_ROWS) objects.push(read);
    }
    assertNarrow(names.size);
    return true;
  });
  if (objects.length === 0) throw new FileFaultError({ reason: "no-rows" });
  const header = [...names];
  const sample = objects.map((object) => header.map((name) => object.get(name) ?? ""));
  return { format, header, sample, ...guessColumns(header, sample) };
}

async function firstRows(path: string, format: FileFormat): Promise<Row[]> {
  const first: Row[] = [];
  await untilFault(path, format, (rows) => {
    first.push(...rows);
    return first.length <= SAMPLE_ROWS;
  });
  return first.slice(0, SAMPLE_ROWS + 1);
}

/** Gives rows to `take` while it wants more; a file that breaks behind some of them is still worth showing. */
async function untilFault(
  path: string,
  format: FileFormat,
  take: (rows: readonly Row[]) => boolean,
): Promise<void> {
  let count = 0;
  try {
    for await (const rows of readRows(path, format)) {
      count += rows.length;
      if (!take(rows)) return;
    }
  } catch (error) {
    const isOurs = error instanceof FileFaultError && error.fault.reason === "too-many-columns";
    const least = format.delimiter === null && format.kind !== "xlsx" ? 1 : 2;
    if (!(error instanceof FileFaultError) || isOurs || count < least) throw error;
  }
}

function assertNarrow(columns: number): void {
  if (columns > MOST_COLUMNS)
    throw new FileFaultError({ reason: "too-many-columns", detail: String(MOST_COLUMNS) });
}
