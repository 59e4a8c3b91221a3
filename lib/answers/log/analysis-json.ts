import type { LogAnalysis } from "./log-analysis.ts";

/** An analysis as JSON. Infinity, which JSON lacks, is written as the string "Infinity". */
export function analysisJson(analysis: LogAnalysis): string {
  const infinite = (_key: string, value: unknown) =>
    value === Number.POSITIVE_INFINITY ? "Infinity" : value;
  return `${JSON.stringify(analysis, infinite, 2)}\n`;
}
