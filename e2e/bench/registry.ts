import { benchCrowd } from "#app/_bench/crowd.ts";
import { benchDashboard } from "#app/_bench/dashboard.ts";
import { benchFront } from "#app/_bench/front.ts";
import { benchLoop } from "#app/_bench/loop.ts";
import { benchOverload } from "#app/_bench/overload.ts";
import { benchImport } from "#db/bench/import.ts";
import { benchMetrics } from "#db/bench/metrics.ts";
import { benchUndo } from "#db/bench/undo.ts";
import { benchCoverage } from "./coverage.ts";
import { benchExplorer } from "./explorer.ts";

/** Every benchmark by its name, given the rest of the command line; a new one is a file and a line here. */
export const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void> | void>> = {
  coverage: benchCoverage,
  crowd: benchCrowd,
  dashboard: benchDashboard,
  explorer: benchExplorer,
  front: benchFront,
  import: benchImport,
  loop: benchLoop,
  metrics: benchMetrics,
  overload: benchOverload,
  undo: benchUndo,
};
