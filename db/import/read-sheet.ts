import { streamXlsxRows } from "hucre/xlsx";
import type { FileFormat } from "#lib/sources/detect-format.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import type { Row } from "#lib/sources/shape/splitter.ts";
import { checkWorkbook, listSheets } from "./workbook.ts";
import { workbookStream } from "./workbook-stream.ts";

const BATCH = 1000;

type Cell = string | number | boolean | Date | null;

/**
 * Rows of a sheet of a workbook with their number in it, in batches as they come; empty rows are left out. Dates are ISO
 * 8601 without a zone; numbers that lost digits keep the short form of a spreadsheet, by which they are known.
 * @param onBytes called with the number of bytes of the file read so far
 * @throws FileFaultError when the workbook is damaged, too large, or has no such sheet
 */
export async function* readSheet(
  path: string,
  { sheet, skipLines = 0 }: FileFormat,
  onBytes: (read: number) => void = () => {},
): AsyncGenerator<Row[]> {
  const sheets = await listSheets(path);
  const name = sheet ?? sheets[0];
  if (name === undefined || !sheets.includes(name))
    throw new FileFaultError({ reason: "unknown-sheet", detail: sheets.join(", ") });
  await checkWorkbook(path);
  const gate = new Gate();
  const source = streamXlsxRows(gatedBytes(path, gate, onBytes), { sheet: name });
  let rows: Row[] = [];
  try {
    for (;;) {
      const { done, value } = await gate.during(() => source.next());
      if (done) break;
      const line = value.index + 1;
      const fields = value.values.map(textOf);
      if (line > skipLines && fields.some((field) => field.trim() !== "")) rows.push({ line, fields });
      if (rows.length < BATCH) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    if (error instanceof FileFaultError || (error instanceof Error && "code" in error)) throw error;
    if (rows.length > 0) yield rows;
    throw new FileFaultError({ reason: "sheet-damaged" });
  } finally {
    // What waits at the gate would wait for ever.
    gate.release();
    await source.return();
  }
  if (rows.length > 0) yield rows;
}

/** The reader takes all that it can get and keeps the rows: it gets bytes only while a row is waited for. */
class Gate {
  private isOpen = false;
  private waiting: (() => void) | undefined;

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.release();
    try {
      return await work();
    } finally {
      this.isOpen = false;
    }
  }

  release(): void {
    this.isOpen = true;
    this.waiting?.();
    this.waiting = undefined;
  }

  pass(): Promise<void> {
    if (this.isOpen) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }
}

function gatedBytes(path: string, gate: Gate, onBytes: (read: number) => void): ReadableStream<Uint8Array> {
  const bites = workbookStream(path, onBytes);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await gate.pass();
        const { done, value } = await bites.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await bites.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

function textOf(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return isoOf(cell);
  if (typeof cell === "number" && Math.abs(cell) > Number.MAX_SAFE_INTEGER)
    return cell.toExponential(5).toUpperCase();
  return String(cell);
}

/** A day before 1900 is none: the cell holds a time of day. */
function isoOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const text = date
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, "");
  if (date.getUTCFullYear() < 1900) return text.slice(11);
  return text.endsWith("T00:00:00") ? text.slice(0, 10) : text;
}
