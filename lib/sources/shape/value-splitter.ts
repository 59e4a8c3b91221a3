import { FileFaultError } from "../file-fault.ts";
import { ROW_MAX, type Row, type Splitter } from "./splitter.ts";

/** A value of a list within a JSON document. */
export interface ListedValue {
  /** Keys that lead to the list; none when the document is the list. */
  readonly path: readonly string[];
  /** As the file writes it, number by number. */
  readonly text: string;
  /** Where it ends, from 1. */
  readonly line: number;
}

interface Frame {
  readonly list: boolean;
  key: string | null;
}

const PRIMITIVE = /[^ \t\r\n,:;\]}{["]+/y;
/** What may stand between values and says nothing; some write a record separator or a mark of the byte order. */
const BETWEEN = " \t\r,:;\u001e\ufeff";
const STRUCTURE = /["{}[\]\n]/g;
/** Lists are looked for so deep; a document nests no list of rows deeper. */
const MOST_LEVELS = 16;

/**
 * Cuts a JSON document, or several behind one another, into the values of its lists, each as text: a parser of rows reads
 * them, digit by digit, and memory does not grow with the file. Lists within such values are theirs.
 * @param lists the keys that lead to the list meant; null gives the values of all lists of objects; the empty path also
 * takes objects that stand in no list, one behind the other
 */
export class ValueSplitter implements Splitter {
  failure: FileFaultError | undefined;
  private text = "";
  private at = 0;
  private line = 1;
  /** Whether a document has begun: what stands before it is a script that names it. */
  private began = false;
  /** Whether the document at hand holds the list meant. */
  private listed = false;
  private readonly frames: Frame[] = [];
  /** Where the value at hand begins, and how many brackets are open in it. */
  private begin = -1;
  private depth = 0;

  constructor(private readonly path: readonly string[] | null) {}

  push(chunk: string): Row[] {
    return this.list(chunk).map(({ text, line }) => ({ line, fields: [text] }));
  }

  end(): Row[] {
    const rows = this.push("\n");
    if (this.frames.length > 0 || this.begin !== -1) this.fail("json-cut-short");
    return rows;
  }

  /** The values that the text so far completes. */
  list(chunk: string): ListedValue[] {
    const values: ListedValue[] = [];
    this.text += chunk;
    while (this.failure === undefined && this.step(values));
    const done = this.begin === -1 ? this.at : this.begin;
    this.text = this.text.slice(done);
    this.at -= done;
    if (this.begin !== -1) this.begin = 0;
    if (this.text.length > ROW_MAX) this.fail("row-too-long");
    return values;
  }

  /** Takes one mark of the document, or the rest of a value; false when more text is needed. */
  private step(values: ListedValue[]): boolean {
    if (this.begin !== -1) return this.value(values);
    const { text, at } = this;
    if (at >= text.length) return false;
    const mark = text[at];
    const frame = this.frames.at(-1);
    if (mark === "{" || mark === "[") {
      if (frame?.list || (frame === undefined && mark === "{" && this.path?.length === 0)) {
        this.begin = at;
        return true;
      }
      if (this.frames.length === MOST_LEVELS) this.fail("json-damaged");
      this.frames.push({ list: mark === "[", key: null });
      this.began = true;
      if (mark === "[" && this.isWanted(this.way())) this.listed = true;
    } else if (mark === "}" || mark === "]") {
      if (this.frames.pop()?.list !== (mark === "]")) this.fail("json-damaged");
      // What stands beside the list meant, and is no part of its document, would be left out without a word.
      if (this.frames.length === 0 && !this.listed && this.path !== null) this.fail("json-damaged");
      if (this.frames.length === 0) this.listed = false;
    } else if (mark === '"') return this.string(frame, values);
    else if (mark === "," && frame === undefined && this.path?.length !== 0) this.fail("json-damaged");
    else if (mark === "\n") this.line += 1;
    else if (mark !== undefined && !BETWEEN.includes(mark)) return this.primitive(frame, values);
    this.at += 1;
    return true;
  }

  private string(frame: Frame | undefined, values: ListedValue[]): boolean {
    const end = stringEnd(this.text, this.at);
    if (end === -1) return false;
    const text = this.text.slice(this.at, end);
    this.at = end;
    // A value overwrites the key before it, which nothing asks for any more.
    if (frame?.list) this.give(values, text);
    else if (frame !== undefined) frame.key = keyOf(text);
    else this.fail("json-damaged");
    return true;
  }

  private primitive(frame: Frame | undefined, values: ListedValue[]): boolean {
    PRIMITIVE.lastIndex = this.at;
    const [text = ""] = PRIMITIVE.exec(this.text) ?? [];
    if (this.at + text.length === this.text.length) return false;
    this.at += text.length;
    if (frame?.list) this.give(values, text);
    else if (frame === undefined && this.began) this.fail("json-damaged");
    return true;
  }

  /** The rest of the object or list at hand. */
  private value(values: ListedValue[]): boolean {
    const { text } = this;
    STRUCTURE.lastIndex = this.at;
    for (let found = STRUCTURE.exec(text); found !== null; found = STRUCTURE.exec(text)) {
      const [mark] = found;
      if (mark === '"') {
        const end = stringEnd(text, found.index);
        if (end === -1) {
          this.at = found.index;
          return false;
        }
        STRUCTURE.lastIndex = end;
      } else if (mark === "\n") this.line += 1;
      else this.depth += mark === "{" || mark === "[" ? 1 : -1;
      this.at = STRUCTURE.lastIndex;
      if (this.depth > 0) continue;
      this.give(values, text.slice(this.begin, this.at));
      this.begin = -1;
      return true;
    }
    this.at = text.length;
    return false;
  }

  private give(values: ListedValue[], text: string): void {
    const path = this.way();
    if (this.isWanted(path)) values.push({ path, text, line: this.line });
  }

  private way(): string[] {
    return this.frames.flatMap(({ list, key }) => (list || key === null ? [] : [key]));
  }

  private isWanted(path: readonly string[]): boolean {
    const wanted = this.path;
    return wanted === null || (wanted.length === path.length && wanted.every((key, i) => key === path[i]));
  }

  private fail(reason: "json-cut-short" | "json-damaged" | "row-too-long"): void {
    this.failure ??= new FileFaultError({ reason, line: this.line });
  }
}

/** Where the string that opens at `at` ends, behind its quote; -1 when the text ends before. */
function stringEnd(text: string, at: number): number {
  for (let close = text.indexOf('"', at + 1); close !== -1; close = text.indexOf('"', close + 1)) {
    let before = close - 1;
    while (text[before] === "\\") before -= 1;
    if ((close - before) % 2 === 1) return close + 1;
  }
  return -1;
}

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
