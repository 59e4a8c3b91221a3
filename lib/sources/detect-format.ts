import { type FileFault, FileFaultError } from "./file-fault.ts";
import { detectDialect } from "./shape/detect-dialect.ts";
import { ValueSplitter } from "./shape/value-splitter.ts";
import { suggestMapping } from "./suggest-mapping.ts";

/** How a file of events is written. What is left out is as most files have it, so that older imports read as before. */
export interface FileFormat {
  /** A table, one JSON object a line, a JSON document with a list of objects, or a workbook. */
  readonly kind: "csv" | "ndjson" | "json" | "xlsx";
  /** Of a table. */
  readonly delimiter: string | null;
  /** Name of the encoding; else UTF-8. */
  readonly encoding?: string;
  /** False where quotes in a table are part of the texts. */
  readonly quoting?: boolean;
  /** Lines of a table, or rows of a sheet, before its heading. */
  readonly skipLines?: number;
  /** False where a table has no heading. */
  readonly header?: boolean;
  /** Keys that lead to the list of a JSON document; none where the document is the list. */
  readonly list?: readonly string[];
  /** File in an archive. */
  readonly entry?: string;
  /** Sheet of a workbook. */
  readonly sheet?: string;
}

/** What a person may choose where a file does not say it, or says it wrongly. */
export interface ShapeChoices extends Pick<FileFormat, "encoding" | "entry" | "sheet"> {
  /** Of a table. */
  readonly delimiter?: string;
}

/** The choices by which a file comes out again as it was read. */
export function shapeOf({ encoding, entry, sheet, delimiter }: FileFormat): ShapeChoices {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(entry !== undefined && { entry }),
    ...(sheet !== undefined && { sheet }),
    ...(delimiter !== null && { delimiter }),
  };
}

const DIALECT_LENGTH = 256 * 1024;
/** Values of each list that are looked at. */
const VALUES = 20;

/**
 * Tells how a file is written from the text of its head.
 * @param chosen what divides the fields, if it is a table
 * @throws FileFaultError when it is no text that we read
 */
export function detectFormat(head: string, chosen?: string): FileFormat {
  const text = head.trimStart();
  if (text === "") fail({ reason: "empty" });
  if (text.startsWith("%PDF") || text.includes("\0")) fail({ reason: "binary" });
  // A script that sets a variable to a document, as some networks export it.
  const json = text.replace(/^[\w.$ ]{1,200}=\s*(?=[[{])/, "");
  if (/^\[\s*(?:[{[\]]|$)/.test(json)) return { kind: "json", delimiter: null, list: [] };
  if (/^\{\s*(?:["}]|$)/.test(json)) return detectObjects(json);
  const { delimiter, quoting, skipLines, header } = detectDialect(head.slice(0, DIALECT_LENGTH), chosen);
  return {
    ...{ kind: "csv", delimiter },
    ...(quoting ? {} : { quoting }),
    ...(skipLines > 0 ? { skipLines } : {}),
    ...(header ? {} : { header }),
  };
}

/** Objects one a line or behind one another, or an object that holds a list of them. */
function detectObjects(text: string): FileFormat {
  const lists = new Map<string, { path: readonly string[]; known: number; values: number }>();
  const splitter = new ValueSplitter(null);
  for (const { path, text: value } of splitter.list(text)) {
    const key = path.join("\0");
    const list = lists.get(key) ?? { path, known: 0, values: 0 };
    list.values += 1;
    if (list.values <= VALUES) list.known = Math.max(list.known, countKnown(value));
    lists.set(key, list);
  }
  const [best] = [...lists.values()].sort((a, b) => b.known - a.known || b.values - a.values);
  const [first] = new ValueSplitter([]).list(text);
  const known = first === undefined ? 0 : countKnown(first.text);
  if (best !== undefined && best.known > known) return { kind: "json", delimiter: null, list: best.path };
  const [line = ""] = text.split(/[\r\n]/, 1);
  const isLine = first === undefined ? !/[\r\n]/.test(text) : line.trimEnd() === first.text;
  return isLine ? { kind: "ndjson", delimiter: null } : { kind: "json", delimiter: null, list: [] };
}

function countKnown(value: string): number {
  try {
    return Object.keys(suggestMapping(keysOf(JSON.parse(value), 3))).length;
  } catch {
    return 0;
  }
}

function keysOf(value: unknown, levels: number): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value) || levels === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = keysOf(inner, levels - 1);
    if (key === "attributes") return below;
    return [key, ...below.map((name) => `${key}.${name}`)];
  });
}

function fail(fault: FileFault): never {
  throw new FileFaultError(fault);
}
