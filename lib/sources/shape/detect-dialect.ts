import { commonWidth, findHeader, type TableStart } from "./find-header.ts";
import { RowSplitter } from "./row-splitter.ts";
import type { Row } from "./splitter.ts";

/** How a table of text is written. */
export interface Dialect extends TableStart {
  readonly delimiter: string;
  readonly quoting: boolean;
}

interface Reading extends Dialect {
  /** Part of the rows that have the commonest width, 0 to 1. */
  readonly even: number;
  readonly width: number;
}

/** What divides fields, by name. */
export const DELIMITERS = {
  ...{ comma: ",", semicolon: ";", tab: "\t", bar: "|", control: "\u0001" },
  ...{ "arabic-comma": "،", "arabic-semicolon": "؛", space: " " },
} as const;
/** Files divided by these are written by programs that know no quotes, unless the file shows them. */
const SELDOM_QUOTED: readonly string[] = ["\t", " ", "\u0001"];
const ROWS_LOOKED_AT = 1000;
const SEPARATOR_LINE = /^sep=([^\r\n]+?)[;,\t]*(?:\r\n|\n|\r)/i;

/**
 * Tells how a table is written from the text of its head: by the delimiter that gives known names, else by the one that
 * gives rows of one width.
 * @param chosen the delimiter, where a person said it
 */
export function detectDialect(head: string, chosen?: string): Dialect {
  const separator = chosen ?? SEPARATOR_LINE.exec(head)?.[1];
  const marks = separator === undefined ? Object.values(DELIMITERS) : [separator];
  const readings = marks.map((mark) => readAs(head, mark));
  const [best = readAs(head, ",")] = readings.sort(compare);
  const { delimiter, quoting, skipLines, header, known } = best;
  return { delimiter, quoting, skipLines, header, known };
}

function readAs(head: string, delimiter: string): Reading {
  const plain = firstRows(head, delimiter, false);
  const quoted = head.includes('"') ? firstRows(head, delimiter, true) : plain;
  const proven = commonWidth(quoted).even > commonWidth(plain).even || showsQuotes(head, delimiter);
  const quoting = proven || !SELDOM_QUOTED.includes(delimiter);
  const rows = quoting ? quoted : plain;
  return { delimiter, quoting, ...commonWidth(rows), ...findHeader(rows) };
}

function compare(a: Reading, b: Reading): number {
  const named = (reading: Reading) => (reading.known >= 2 ? reading.known : 0);
  const score = ({ even, width }: Reading) => (width < 2 ? 0 : even + (even > 0.9 ? width / 100 : 0));
  return named(b) - named(a) || score(b) - score(a);
}

function firstRows(head: string, delimiter: string, quoting: boolean): Row[] {
  const splitter = new RowSplitter({ delimiter, quoting });
  // The head's last row is mostly half a row.
  const rows = splitter.push(head);
  return (rows.length > 1 ? rows : [...rows, ...splitter.end()]).slice(0, ROWS_LOOKED_AT);
}

/** Whether quotes are the writing's and not the texts': names all in quotes, a column all in quotes, quotes doubled. */
function showsQuotes(head: string, delimiter: string): boolean {
  if (!head.includes('"')) return false;
  const rows = firstRows(head, delimiter, false).map(({ fields }) => fields.map((field) => field.trim()));
  const isQuoted = (field: string) => field.length > 1 && field.startsWith('"') && field.endsWith('"');
  const [first = []] = rows;
  const whole = (fields: readonly string[]) => fields.every((field) => field === "" || isQuoted(field));
  if (first.length > 1 && whole(first)) return true;
  const columns = first.map((_, i) => rows.slice(1).map((fields) => fields[i] ?? ""));
  const filled = columns.filter((cells) => cells.filter((cell) => cell !== "").length > 2);
  if (filled.some(whole)) return true;
  return rows.some((fields) =>
    fields.some((field) => isQuoted(field) && /[^"]""[^"]/.test(field.slice(1, -1))),
  );
}
