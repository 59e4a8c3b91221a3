import type { FileFormat } from "#lib/sources/detect-format.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { RowSplitter } from "#lib/sources/shape/row-splitter.ts";
import type { Row, Splitter } from "#lib/sources/shape/splitter.ts";
import { ValueSplitter } from "#lib/sources/shape/value-splitter.ts";
import { decodeText } from "./decode-text.ts";
import { inflateFile } from "./inflate-file.ts";
import { readSheet } from "./read-sheet.ts";

/**
 * Rows of a file in order, the header first, in batches as they come; memory does not grow with the file. Rows of empty
 * fields are left out.
 * @param onBytes called with the number of bytes of the file read so far
 * @throws FileFaultError after all rows that could be read before the fault
 */
export async function* readRows(
  path: string,
  format: FileFormat,
  onBytes?: (read: number) => void,
): AsyncGenerator<Row[]> {
  if (format.kind === "xlsx") return yield* readSheet(path, format, onBytes);
  const { encoding, entry } = format;
  const decoder = decodeText(encoding);
  const splitter = splitterOf(format);
  let lastLine: number | undefined;
  try {
    for await (const chunk of inflateFile(path, { entry, onBytes })) {
      const rows = splitter.push(decoder.read(chunk));
      lastLine = rows.at(-1)?.line ?? lastLine;
      if (rows.length > 0) yield rows;
      if (splitter.failure !== undefined) throw splitter.failure;
    }
    // A row that a fault cut in two is not given out.
    const rows = [...splitter.push(decoder.end()), ...splitter.end()];
    if (rows.length > 0) yield rows;
    if (splitter.failure !== undefined) throw splitter.failure;
  } catch (error) {
    if (!(error instanceof FileFaultError) || error.fault.line !== undefined || lastLine === undefined)
      throw error;
    throw new FileFaultError({ ...error.fault, line: lastLine });
  }
}

function splitterOf({ kind, delimiter, quoting = true, skipLines, list = [] }: FileFormat): Splitter {
  if (kind === "json") return new ValueSplitter(list);
  return new RowSplitter({ delimiter, quoting: quoting && kind === "csv", skipLines });
}
