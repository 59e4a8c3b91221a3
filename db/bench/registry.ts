import { benchImport } from "./import.ts";
import { benchMetrics } from "./metrics.ts";

/** Every benchmark by its name, given the rest of the command line; a new one is a file beside these and a line here. */
export const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void> | void>> = {
  import: benchImport,
  metrics: benchMetrics,
};
