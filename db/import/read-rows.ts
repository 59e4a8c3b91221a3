import { type CsvError, type Options, parse } from "csv-parse";
import type { FileFormat } from "#lib/sources/detect-format.ts";
import { FileFaultError, type FileFaultReason } from "#lib/sources/file-fault.ts";
import { inflateFile } from "./inflate-file.ts";

/** Longest row taken, in characters: beyond it a quote is missing or the file is not what it seems. */
export const ROW_MAX = 1024 * 1024;
/** Most bytes without the end of a row: the parser's own limit counts neither empty fields nor empty lines. */
const ROW_BYTES = 4 * ROW_MAX;

/** One row of a file: its fields (a line of JSON is one field) and the line it ends on, from 1. */
export interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Rows of a file in order, the header first, in batches as they come; memory does not grow with the file.
 * @param onBytes called with the number of bytes of the file read so far
 * @throws FileFaultError after all rows that could be read before the fault
 */
export async function* readRows(
  path: string,
  format: FileFormat,
  onBytes?: (read: number) => void,
): AsyncGenerator<Row[]> {
  const rows: Row[] = [];
  let lastLine = 0;
  let surplus = 0;
  let bytesOfRow = 0;
  const parser = parse({
    ...dialect(format),
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: ROW_MAX,
    on_record: (fields: string[], { lines }: { lines: number }) => {
      // The parser counts a Windows line end within quotes twice; only a row of several lines can hold one.
      if (lines - lastLine > 1) surplus += countWindowsLineEnds(fields);
      lastLine = lines;
      rows.push({ line: lines - surplus, fields });
      return null;
    },
  });
  let failure: FileFaultError | undefined;
  parser.on("error", (error: CsvError) => {
    failure = new FileFaultError({
      reason: reasonOf(error),
      line: Number(error.lines ?? lastLine) - surplus,
    });
  });
  // Listened for from the start: a parser that fails closes before anyone asks.
  const closed = new Promise<void>((resolve) => parser.once("close", resolve));
  parser.resume();
  const take = () => rows.splice(0);

  try {
    for await (const chunk of inflateFile(path, onBytes)) {
      const written = new Promise<void>((resolve) => parser.write(chunk, () => resolve()));
      await Promise.race([written, closed]);
      bytesOfRow = rows.length > 0 ? 0 : bytesOfRow + chunk.length;
      if (rows.length > 0) yield take();
      if (failure !== undefined) throw failure;
      if (bytesOfRow > ROW_BYTES) throw new FileFaultError({ reason: "row-too-long" });
    }
    parser.end();
    await closed;
    if (rows.length > 0) yield take();
    if (failure !== undefined) throw failure;
  } catch (error) {
    if (!(error instanceof FileFaultError) || error.fault.line !== undefined || lastLine === 0) throw error;
    throw new FileFaultError({ ...error.fault, line: lastLine - surplus });
  } finally {
    // A row that a fault cut in two goes with the parser; those before it were given out.
    parser.destroy();
  }
}

function dialect({ kind, delimiter }: FileFormat): Options {
  if (kind === "csv") return { delimiter: delimiter ?? ",", quote: '"', escape: '"' };
  // Lines of JSON are read as rows of one field, for the sake of the same limits and line numbers.
  return { delimiter: "\u0000", quote: null, escape: null };
}

function countWindowsLineEnds(fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + field.split("\r\n").length - 1, 0);
}

function reasonOf({ code }: CsvError): FileFaultReason {
  if (code === "CSV_MAX_RECORD_SIZE") return "row-too-long";
  return code === "CSV_QUOTE_NOT_CLOSED" ? "quote-not-closed" : "bad-quote";
}
