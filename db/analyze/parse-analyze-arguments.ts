import { parseArgs } from "node:util";
import { CHOICE_OPTIONS, readChoices } from "#db/import/read-choices.ts";
import { readMap } from "#db/import/read-map.ts";
import { readZone } from "#db/import/read-zone.ts";
import { readShape, SHAPE_OPTIONS } from "#db/import/shape-options.ts";
import { ANALYSIS_FORMATS, type AnalysisFormat } from "#lib/answers/log/format-analysis.ts";
import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import type { ShapeChoices } from "#lib/sources/detect-format.ts";
import type { ReadingChoices } from "#lib/sources/reading.ts";
import { parseDuration } from "./parse-duration.ts";

/** What the analyze command is asked to do. */
export interface AnalyzeArguments {
  /** Undefined or "-": standard input. */
  readonly file: string | undefined;
  readonly map: ColumnMapping;
  readonly choices: ReadingChoices;
  readonly shape: ShapeChoices;
  /** An instant as written, "last" for the log's own end, undefined for now. */
  readonly asOf: string | undefined;
  /** Milliseconds. */
  readonly horizon: number;
  readonly zone: string;
  /** Undefined: as suits where the answer goes. */
  readonly format: AnalysisFormat | undefined;
  readonly cascades: boolean;
  /** What the campaign cost; null when nobody said. */
  readonly spend: number | null;
  readonly help: boolean;
}

/** @throws Error with one line for the person at the terminal */
export function parseAnalyzeArguments(args: readonly string[]): AnalyzeArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      map: { type: "string", multiple: true, default: [] },
      "as-of": { type: "string" },
      horizon: { type: "string", default: "7d" },
      zone: { type: "string", default: "UTC" },
      format: { type: "string" },
      spend: { type: "string" },
      cascades: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      ...CHOICE_OPTIONS,
      ...SHAPE_OPTIONS,
    },
  });
  if (positionals.length > 1) throw new Error(`one file at a time, not also ${positionals[1]}`);
  return {
    file: positionals[0] === "-" ? undefined : positionals[0],
    map: readMap(values.map),
    choices: readChoices(values),
    shape: readShape(values),
    asOf: values["as-of"],
    horizon: parseDuration("--horizon", values.horizon),
    zone: readZone(values.zone),
    format: readFormat(values.format),
    cascades: values.cascades,
    spend: readSpend(values.spend),
    help: values.help,
  };
}

function readSpend(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,12}(\.\d{1,4})?$/.test(text))
    throw new Error(`--spend ${text}: an amount such as 1200 or 99.50`);
  return Number(text);
}

function readFormat(text: string | undefined): AnalysisFormat | undefined {
  if (text === undefined) return undefined;
  const format = ANALYSIS_FORMATS.find((known) => known === text);
  if (format === undefined) throw new Error(`--format ${text}: one of ${ANALYSIS_FORMATS.join(", ")}`);
  return format;
}
