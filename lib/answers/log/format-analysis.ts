import { analysisCsv } from "./analysis-csv.ts";
import { analysisJson } from "./analysis-json.ts";
import { analysisTable } from "./analysis-table.ts";
import type { LogAnalysis } from "./log-analysis.ts";

export const ANALYSIS_FORMATS = ["json", "table", "csv"] as const;
export type AnalysisFormat = (typeof ANALYSIS_FORMATS)[number];

const WRITERS: Readonly<Record<AnalysisFormat, (analysis: LogAnalysis) => string>> = {
  json: analysisJson,
  table: analysisTable,
  csv: analysisCsv,
};

/** Writes an analysis as text that ends with a line feed. */
export function formatAnalysis(analysis: LogAnalysis, format: AnalysisFormat): string {
  return WRITERS[format](analysis);
}
