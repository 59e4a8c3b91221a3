import type { FileFormat, ShapeChoices } from "#lib/sources/detect-format.ts";

/** Options of a command that say how a file is laid out, for `parseArgs`. */
export const SHAPE_OPTIONS = {
  encoding: { type: "string" },
  sheet: { type: "string" },
  entry: { type: "string" },
} as const;

const HELP = [
  ["--encoding NAME", "encoding of the text, such as windows-1256, where it is not as recognised"],
  ["--sheet NAME", "sheet of a workbook; else the first"],
  ["--entry NAME", "file in a zip archive that holds several"],
] as const;

/** What the help of a command says of them, its texts beginning at a column. */
export function shapeHelp(column: number): string {
  return HELP.map(([option, text]) => `  ${option}`.padEnd(column) + text).join("\n");
}

export function readShape(values: { encoding?: string; sheet?: string; entry?: string }): ShapeChoices {
  const { encoding, sheet, entry } = values;
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(entry === undefined ? {} : { entry }),
  };
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
