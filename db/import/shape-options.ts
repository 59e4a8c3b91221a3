import type { FileFormat, ShapeChoices } from "#lib/sources/detect-format.ts";
import { DELIMITERS } from "#lib/sources/shape/detect-dialect.ts";

/** Options of a command that say how a file is laid out, for `parseArgs`. */
export const SHAPE_OPTIONS = {
  encoding: { type: "string" },
  sheet: { type: "string" },
  entry: { type: "string" },
  delimiter: { type: "string" },
} as const;

const HELP = [
  ["--encoding NAME", "encoding of the text, such as windows-1256, where it is not as recognised"],
  ["--sheet NAME", "sheet of a workbook; else the first"],
  ["--entry NAME", "file in a zip archive that holds several"],
  ["--delimiter MARK", "what divides fields: a character, or comma, semicolon, tab, bar, space"],
] as const;

/** What the help of a command says of them, its texts beginning at a column. */
export function shapeHelp(column: number): string {
  return HELP.map(([option, text]) => `  ${option}`.padEnd(column) + text).join("\n");
}

type ShapeValues = Partial<Record<keyof typeof SHAPE_OPTIONS, string>>;

/** @throws Error when what shall divide fields is no single character */
export function readShape({ encoding, sheet, entry, delimiter }: ShapeValues): ShapeChoices {
  return {
    ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(entry === undefined ? {} : { entry }),
  };
}

function delimiterOf(said: string): string {
  const named = Object.entries(DELIMITERS).find(([name]) => name === said)?.[1];
  if (named !== undefined) return named;
  if (/^[^"\r\n]$/u.test(said)) return said;
  throw new Error(`--delimiter: one character, or a name such as comma, semicolon, tab; not ${said}`);
}

/** English lines that say what was taken for granted of a file. */
export function describeFormat(format: FileFormat, chosen: ShapeChoices): string[] {
  const { encoding, list = [], header, kind, skipLines, sheet } = format;
  const rows = kind === "xlsx" ? "row" : "line";
  return [
    ...(encoding?.startsWith("windows") && chosen.encoding === undefined
      ? [`read as ${encoding}; say --encoding if it is another`]
      : []),
    ...(header === false ? ["no header line: every row is read as data"] : []),
    ...(skipLines !== undefined ? [`the table begins behind ${rows} ${skipLines}`] : []),
    ...(list.length > 0 ? [`read from the list ${list.join(".")}`] : []),
    ...(sheet !== undefined && chosen.sheet === undefined ? [`read from the sheet ${sheet}`] : []),
  ];
}
