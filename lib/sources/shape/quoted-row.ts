import { ROW_MAX } from "./splitter.ts";

/** A row with its quotes resolved, where it ends, and the line ends within its fields. */
export interface QuotedRow {
  readonly fields: readonly string[];
  readonly end: number;
  readonly innerLines: number;
}

interface QuotedField {
  readonly value: string;
  /** Where the delimiter or the line end behind the closing quote stands. */
  readonly end: number;
}

export const QUOTE = '"';
const LINE_ENDS = /\r\n|\n|\r/;
const AROUND = /^"[^"]*"$/;
const DIGIT = /^\s*\d/;
/** Below it a line of a text within quotes looks like a row by chance. */
const TELLING_WIDTH = 4;
/** Quotes never closed that are searched to the limit; each search costs as much as the longest row. */
const SEARCHES = 64;

/**
 * Reads rows with quotes in them. A quote that opens a field and closes none is read as it stands, so that it costs its
 * own row at the most: the libraries that we know fail there, or take the rest of the file for one field.
 */
export class QuotedRowReader {
  private searches = SEARCHES;
  private text = "";
  private ended = false;
  private before: readonly string[] = [];
  private width = 0;

  constructor(private readonly delimiter: string) {}

  /** Tells what a row looks like. */
  learn(fields: readonly string[]): void {
    this.before = fields;
    if (this.width === 0) this.width = fields.length;
  }

  /**
   * The row of `text` at `start`, whose first line ends at `lineEnd`; null when more text is needed to tell.
   * @param ended whether the file ends with the text
   */
  read(text: string, start: number, lineEnd: number, ended: boolean): QuotedRow | null {
    this.text = text;
    this.ended = ended;
    const fields: string[] = [];
    let innerLines = 0;
    let end = lineEnd;
    for (let at = start; ; at += this.delimiter.length) {
      const quoted = this.quotedField(start, at);
      if (quoted === null) return null;
      if (quoted === undefined) {
        const found = text.indexOf(this.delimiter, at);
        const cut = found === -1 || found > end ? end : found;
        fields.push(text.slice(at, cut));
        at = cut;
      } else {
        fields.push(quoted.value);
        at = quoted.end;
        if (at > end) {
          innerLines += quoted.value.split(LINE_ENDS).length - 1;
          end = this.lineEndFrom(at);
        }
      }
      if (at >= end) return { fields, end, innerLines };
    }
  }

  /** The quoted field at `at`; undefined when none stands there, null when more text is needed to tell. */
  private quotedField(start: number, at: number): QuotedField | undefined | null {
    const { text } = this;
    let open = at;
    // Some write a blank behind each comma.
    while (text[open] === " ") open += 1;
    if (text[open] !== QUOTE) return undefined;
    for (let from = open + 1; ; ) {
      const close = text.indexOf(QUOTE, from);
      let end = close + 1;
      while (close !== -1 && text[end] === " ") end += 1;
      if (close === -1 || end === text.length) {
        if (!this.ended && text.length - start <= ROW_MAX && this.searches > 0) return null;
        if (close === -1) {
          this.searches -= 1;
          return undefined;
        }
      }
      if (text[close + 1] === QUOTE) {
        from = close + 2;
        continue;
      }
      if (!this.isBorder(end)) return undefined;
      const raw = text.slice(open + 1, close);
      if (LINE_ENDS.test(raw) && this.holdsRow(text.slice(start, this.lineEndFrom(end)))) return undefined;
      return { value: raw.replaceAll('""', QUOTE), end };
    }
  }

  private isBorder(at: number): boolean {
    const mark = this.text[at];
    return mark === undefined || mark === "\n" || mark === "\r" || this.text.startsWith(this.delimiter, at);
  }

  private lineEndFrom(at: number): number {
    const feed = this.text.indexOf("\n", at);
    const carriage = this.text.indexOf("\r", at);
    const { length } = this.text;
    return Math.min(feed === -1 ? length : feed, carriage === -1 ? length : carriage);
  }

  /** Whether a line behind the first is a row by itself: then the quote before it opened nothing. */
  private holdsRow(lines: string): boolean {
    if (this.width < TELLING_WIDTH) return false;
    return lines
      .split(LINE_ENDS)
      .slice(1)
      .some((line) => this.isRow(line.split(this.delimiter)));
  }

  private isRow(fields: readonly string[]): boolean {
    if (fields.length < TELLING_WIDTH || fields.length > this.width) return false;
    // The quote that closes stands at the end of one field; others stand around theirs.
    if (fields.filter((field) => field.includes(QUOTE) && !AROUND.test(field)).length > 1) return false;
    const numbers = fields.flatMap((field, i) =>
      DIGIT.test(this.before[i] ?? "") ? [DIGIT.test(field)] : [],
    );
    return numbers.every(Boolean) && (numbers.length > 0 || fields.length === this.width);
  }
}
