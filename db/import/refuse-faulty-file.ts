import { inTransaction } from "#db/in-transaction.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ColumnForms } from "#lib/sources/reading.ts";
import { QUARANTINE_MAX } from "./add-intake.ts";
import { checkFile } from "./check-file.ts";
import type { ImportRow } from "./find-import.ts";
import { quarantineRows } from "./quarantine-rows.ts";
import { beginRetraction, retractImport } from "./retract-import.ts";
import type { RunOptions } from "./run-options.ts";
import { setImport } from "./set-import.ts";

/**
 * For an import that takes all or nothing: reads the whole file first. At any fault the import is failed, the
 * faulty rows are kept for the report, and every other row counts as refused; without one nothing changes.
 */
export async function refuseFaultyFile(
  scope: Scope<"events.read" | "events.write">,
  { id, campaignId, format, mapping, zone, reading }: ImportRow,
  forms: ColumnForms,
  { path, now, onProgress, shouldStop }: RunOptions,
): Promise<void> {
  const startedAt = now();
  const { $client } = databaseOf(scope);
  let kept = 0;
  let stopped = false;
  const { counts, fault } = await checkFile(scope, {
    ...{ campaignId, path, format, mapping, zone, forms, choices: reading?.choices ?? {}, now: startedAt },
    onProgress: (progress) => {
      setImport(scope, id, ["importing"], { aliveAt: now() });
      onProgress?.(progress);
    },
    shouldStop: () => {
      stopped ||= shouldStop?.() ?? false;
      return stopped;
    },
    onFaults: (rows) => {
      const room = rows.slice(0, QUARANTINE_MAX - kept);
      inTransaction($client, () => quarantineRows(scope, id, room, startedAt));
      kept += room.length;
    },
  });
  if (stopped) {
    beginRetraction(scope, id, { status: "cancelled" });
    return retractImport(scope, id, { now, shouldStop });
  }
  if (fault === undefined && kept === 0) return;
  setImport(scope, id, ["importing"], {
    status: "failed",
    fault: kept > 0 ? { reason: "faults-in-rows" } : (fault ?? null),
    ...{ received: counts.received, accepted: 0, duplicate: 0 },
    ...{ quarantined: kept, refused: counts.received - kept },
    finishedAt: now(),
  });
}
