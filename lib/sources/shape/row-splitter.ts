import { FileFaultError } from "../file-fault.ts";
import { QUOTE, type QuotedRow, QuotedRowReader } from "./quoted-row.ts";
import { ROW_MAX, type Row, type Splitter } from "./splitter.ts";

/** How the lines of a table are divided. */
export interface RowDialect {
  /** `null`: a line is one field; a blank: any run of blanks divides. */
  readonly delimiter: string | null;
  /** Whether a field may stand in double quotes, with delimiters and line ends within. */
  readonly quoting: boolean;
  /** Physical lines at the start to leave out. */
  readonly skipLines?: number | undefined;
}

/** Where the next of each mark stands, at or behind the place looked at; the length of the text if nowhere. */
interface Cursor {
  feed: number;
  carriage: number;
  quote: number;
}

const BLANKS = /[ \t]+/;
const BLANK_WORDS = /"([^"]*)"(?![^ \t])|[^ \t]+/g;

/** Cuts a table into rows. Line ends may be of any kind and mixed; rows of empty fields are left out. */
export class RowSplitter implements Splitter {
  failure: FileFaultError | undefined;
  private text = "";
  /** Half of a Windows line end may be still to come. */
  private held = "";
  private line = 0;
  private toSkip: number;
  private readonly quoted: QuotedRowReader;

  constructor(private readonly dialect: RowDialect) {
    this.toSkip = dialect.skipLines ?? 0;
    this.quoted = new QuotedRowReader(dialect.delimiter ?? "\n");
  }

  push(chunk: string): Row[] {
    const text = this.text + this.held + chunk;
    this.held = text.endsWith("\r") ? "\r" : "";
    this.text = this.held === "" ? text : text.slice(0, -1);
    return this.split(false);
  }

  end(): Row[] {
    this.text += this.held;
    this.held = "";
    return this.split(true);
  }

  private split(ended: boolean): Row[] {
    const { text, dialect } = this;
    const rows: Row[] = [];
    const cursor: Cursor = { feed: -1, carriage: -1, quote: dialect.quoting ? -1 : text.length };
    let at = 0;
    while (at < text.length && this.failure === undefined) {
      move(cursor, text, at);
      let end = Math.min(cursor.feed, cursor.carriage);
      let fields: readonly string[] | undefined;
      if (cursor.quote < end && this.toSkip === 0) {
        const row = this.rowWithQuotes(at, end, ended);
        if (row === null) break;
        ({ fields, end } = row);
        this.line += row.innerLines;
      }
      if (end === text.length && !ended) break;
      if (this.toSkip > 0) this.toSkip -= 1;
      else {
        fields ??= plainFields(text.slice(at, end), dialect.delimiter);
        this.add(rows, fields, end - at, end === text.length);
      }
      this.line += 1;
      at = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
    }
    this.text = text.slice(at);
    if (this.text.length > ROW_MAX) this.fail();
    return rows;
  }

  private rowWithQuotes(at: number, end: number, ended: boolean): QuotedRow | null {
    if (this.dialect.delimiter === " ") return blankRow(this.text.slice(at, end), end);
    const row = this.quoted.read(this.text, at, end, ended);
    // The line that ends with the text may go on: what was counted of it is counted again.
    return row !== null && row.end === this.text.length && !ended ? null : row;
  }

  private add(rows: Row[], fields: readonly string[], length: number, isOpen: boolean): void {
    if (length > ROW_MAX) this.fail();
    if (length > ROW_MAX || isBlank(fields)) return;
    const line = this.line + 1;
    rows.push(isOpen ? { line, fields, open: true } : { line, fields });
    if (this.dialect.quoting) this.quoted.learn(fields);
  }

  private fail(): void {
    this.failure ??= new FileFaultError({ reason: "row-too-long", line: this.line + 1 });
  }
}

function move(cursor: Cursor, text: string, at: number): void {
  if (cursor.feed < at) cursor.feed = indexFrom(text, "\n", at);
  if (cursor.carriage < at) cursor.carriage = indexFrom(text, "\r", at);
  if (cursor.quote < at) cursor.quote = indexFrom(text, QUOTE, at);
}

function indexFrom(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at);
  return found === -1 ? text.length : found;
}

function plainFields(line: string, delimiter: string | null): readonly string[] {
  if (delimiter === null) return [line];
  return delimiter === " " ? line.trim().split(BLANKS) : line.split(delimiter);
}

function blankRow(line: string, end: number): QuotedRow {
  const fields = Array.from(line.matchAll(BLANK_WORDS), ([word, quoted]) => quoted ?? word);
  return { fields, end, innerLines: 0 };
}

function isBlank(fields: readonly string[]): boolean {
  const [first = ""] = fields;
  return (first === "" || first.charCodeAt(0) <= 32) && fields.every((field) => field.trim() === "");
}
