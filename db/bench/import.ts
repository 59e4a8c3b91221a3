import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findCampaignByName } from "#db/import/find-campaign-by-name.ts";
import { IMPORT_CONNECTION, LARGE_BATCH } from "#db/import/import-settings.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { runImport } from "#db/import/run-import.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import { measureFloor } from "./measure-floor.ts";
import { writeLog } from "./write-log.ts";

const ROWS = 200_000;
const MEBIBYTE = 1024 * 1024;

interface Measured {
  readonly rows: number;
  readonly perSecond: number;
  /** CPU of all threads, microseconds a row. */
  readonly cpu: number;
  /** Resident memory in MiB when each quarter of the file had been stored. */
  readonly quarters: readonly number[];
}

/** Imports a log into a scratch database, then stores the same rows bare, and prints both and their ratio. */
export async function benchImport(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { log: { type: "string" } } });
  const folder = mkdtempSync(join(tmpdir(), "intishar-bench-"));
  try {
    const log = values.log ?? join(folder, "log.csv");
    if (values.log === undefined) writeLog(log, ROWS);
    const { rows, perSecond, cpu, quarters } = await measureImport(log, join(folder, "import.db"));
    const peak = process.resourceUsage().maxRSS / 1024;
    const { format, mapping } = await inspectFile(log);
    const context = { zone: "UTC", currency: null, now: Date.now() };
    const floor = await measureFloor({ path: log, format, mapping, context }, join(folder, "floor.db"));
    process.stdout.write(
      `import: ${rows} rows, ${Math.round(perSecond)} rows/s, CPU ${cpu.toFixed(1)} µs/row\n` +
        `memory: ${quarters.map(Math.round).join(", ")} MiB at the quarters, peak ${Math.round(peak)} MiB\n` +
        `floor:  ${Math.round(floor)} rows/s bare; ratio ${(perSecond / floor).toFixed(2)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureImport(log: string, path: string): Promise<Measured> {
  migrate(path);
  const db = openDatabase(path, IMPORT_CONNECTION);
  try {
    db.insert(workspaces).values({ id: 1, slug: "bench", name: "bench", zone: "UTC", createdAt: 0 }).run();
    const scope = openOperatorScope(db, "bench");
    const { format, mapping } = await inspectFile(log);
    const fileBytes = statSync(log).size;
    const file = { fileName: "log", fileBytes, storedPath: null, format, mapping };
    const campaignId = findCampaignByName(scope, "log", 0);
    const importId = createImport(scope, { ...file, campaignId, zone: "UTC", policy: "keep-good", now: 0 });
    const quarters: number[] = [];
    const startedAt = performance.now();
    const before = process.cpuUsage();
    const { received } = await runImport(scope, importId, {
      path: log,
      now: Date.now,
      batchSize: LARGE_BATCH,
      onProgress: ({ bytesRead }) => {
        while (bytesRead * 4 >= fileBytes * (quarters.length + 1))
          quarters.push(process.memoryUsage.rss() / MEBIBYTE);
      },
    });
    const { user, system } = process.cpuUsage(before);
    const perSecond = (received * 1000) / (performance.now() - startedAt);
    return { rows: received, perSecond, cpu: (user + system) / received, quarters };
  } finally {
    db.$client.close();
  }
}
