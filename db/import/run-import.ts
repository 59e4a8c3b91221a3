import type { RefusedEvent } from "#db/engines/event-store.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { findCampaign } from "#db/find-campaign.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { rawOf } from "#db/intake/raw-of.ts";
import { databaseOf } from "#db/scope.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { ImportStatus, IntakeCounts } from "#lib/domain/import.ts";
import { type FileFault, FileFaultError } from "#lib/sources/file-fault.ts";
import { type ColumnForms, PLAIN_FORMS } from "#lib/sources/reading.ts";
import { sourceOfMapping } from "#lib/sources/registry.ts";
import { addIntake } from "./add-intake.ts";
import type { EventPlaces, RowBatch } from "./batch-rows.ts";
import { findImport, type ImportRow } from "./find-import.ts";
import { findParents } from "./index-parents.ts";
import { quarantineRows } from "./quarantine-rows.ts";
import { readAhead } from "./read-ahead.ts";
import type { FaultyRow } from "./read-events.ts";
import { refuseFaultyFile } from "./refuse-faulty-file.ts";
import { beginRetraction, retractImport } from "./retract-import.ts";
import type { RunOptions } from "./run-options.ts";
import { setImport } from "./set-import.ts";
import { surveyImport } from "./survey-import.ts";

/** How an import ended; received = accepted + duplicate + quarantined + refused. */
export interface ImportOutcome extends IntakeCounts {
  /** Rows that say something else than the record of their id or code. */
  readonly conflicts: number;
  readonly fault: FileFault | null;
  readonly status: ImportStatus;
}

const BATCH = 10_000;

/**
 * Brings a file into its campaign, one transaction a batch that also moves the import's counters: whatever
 * ends the process, a prefix of the file is in and counted, and running again goes on behind it.
 * @throws NotFoundError when the workspace has no such import
 * @throws ConflictError when the import has ended, or somebody else ended it meanwhile
 */
export async function runImport(
  scope: Scope<"events.read" | "events.write">,
  importId: number,
  options: RunOptions,
): Promise<ImportOutcome> {
  const startedAt = options.now();
  const waiting = ["uploaded", "checked", "queued", "importing"] as const;
  const row = findImport(scope, importId);
  expectSet(
    setImport(scope, importId, waiting, { status: "importing", startedAt, aliveAt: startedAt, fault: null }),
  );
  const forms = await surveyFile(scope, row, options);
  if (forms !== null && row.policy === "all-or-nothing") await refuseFaultyFile(scope, row, forms, options);
  if (findImport(scope, importId).status === "importing")
    await takeFile(scope, row, forms ?? PLAIN_FORMS, options);
  const ended = findImport(scope, importId);
  const { received, accepted, duplicate, quarantined, refused, conflicts, fault, status } = ended;
  return { received, accepted, duplicate, quarantined, refused, conflicts, fault, status };
}

/** Null when it was stopped, or the file cannot be read and the import has failed for it. */
async function surveyFile(
  scope: Scope<"events.read" | "events.write">,
  row: ImportRow,
  { path, now, shouldStop }: RunOptions,
): Promise<ColumnForms | null> {
  try {
    return await surveyImport(scope, row, {
      path,
      onBytes: () => setImport(scope, row.id, ["importing"], { aliveAt: now() }),
      ...(shouldStop && { shouldStop }),
    });
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error;
    expectSet(
      setImport(scope, row.id, ["importing"], { status: "failed", fault: error.fault, finishedAt: now() }),
    );
    return null;
  }
}

async function takeFile(
  scope: Scope<"events.read" | "events.write">,
  row: ImportRow,
  forms: ColumnForms,
  { path, now, onProgress, shouldStop, batchSize = BATCH }: RunOptions,
): Promise<void> {
  const { format, mapping, zone, id } = row;
  const { currency } = findCampaign(scope, row.campaignId);
  const file = { path, format, mapping, context: { zone, currency, now: now(), forms } };
  const key = { workspaceId: scope.workspaceId, campaignId: row.campaignId };
  const parents = await findParents(file, row.reading?.choices ?? {}, {
    campaign: { db: databaseOf(scope), key },
    ...(shouldStop && { shouldStop }),
  });
  let counts: IntakeCounts & Pick<ImportRow, "conflicts"> = row;
  let fault: FileFault | null = null;
  try {
    for await (const batch of readAhead(
      { ...file, ...parents.place },
      { skip: row.received, size: batchSize },
    )) {
      counts = takeBatch(scope, row, batch, counts, now());
      onProgress?.({ bytesRead: batch.bytesRead, counts, rowsRead: counts.received - row.received });
      if (!shouldStop?.()) continue;
      beginRetraction(scope, id, { status: "cancelled" });
      return await retractImport(scope, id, { now, shouldStop });
    }
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error;
    fault = error.fault;
  } finally {
    parents.close();
  }
  // A file of which nothing could be read brought nothing that could stay.
  const status = fault !== null && counts.received === 0 ? "failed" : "done";
  expectSet(setImport(scope, id, ["importing"], { status, fault, finishedAt: now() }));
}

/** Stores one batch and what became of it; both or neither. */
function takeBatch(
  scope: Scope<"events.write">,
  { id, campaignId, mapping }: ImportRow,
  { events, places, faulty: unread, bytesRead }: RowBatch,
  before: IntakeCounts & Pick<ImportRow, "conflicts">,
  receivedAt: number,
): IntakeCounts & Pick<ImportRow, "conflicts"> {
  const db = databaseOf(scope);
  const key = { workspaceId: scope.workspaceId, campaignId };
  const delivery = { source: sourceOfMapping(mapping).id, importId: id, receivedAt, online: false };
  return inTransaction(db.$client, () => {
    const receipt = eventStoreOf(db).append(key, events, delivery);
    const faulty = [...unread, ...receipt.refused.flatMap((refusal) => faultyRow(refusal, events, places))];
    const { received, accepted, duplicate, quarantined, refused } = addIntake(before, {
      ...receipt,
      faulty: faulty.length,
    });
    quarantineRows(scope, id, faulty.slice(0, quarantined - before.quarantined), receivedAt);
    const conflicts = before.conflicts + receipt.conflicts;
    const counts = { received, accepted, duplicate, quarantined, refused, conflicts };
    // Throws out the whole batch when the import was undone or cancelled behind our back.
    expectSet(setImport(scope, id, ["importing"], { ...counts, bytesRead, aliveAt: receivedAt }));
    return counts;
  });
}

/** What is refused of a file stands too deep: all else is repaired. */
function faultyRow(
  { index, reason }: RefusedEvent,
  events: readonly CampaignEvent[],
  { rows, lines }: EventPlaces,
): FaultyRow[] {
  const [event, row, line] = [events[index], rows[index], lines[index]];
  if (reason !== "too-deep" || event === undefined || row === undefined || line === undefined) return [];
  return [{ row, line, fault: { field: "via", reason }, raw: rawOf(event) }];
}

function expectSet(set: boolean): void {
  if (!set) throw new ConflictError("status", "import-ended");
}
