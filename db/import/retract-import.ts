import { setTimeout as wait, setImmediate as yieldLoop } from "node:timers/promises";
import type { RetractionStep } from "#db/engines/event-store.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import { isBusyError } from "#db/storage-error.ts";
import type { Scope } from "#lib/access/scope.ts";
import { IMPORT_STATUSES, type ImportStatus } from "#lib/domain/import.ts";
import type { FileFault } from "#lib/sources/file-fault.ts";
import { findImport, type ImportRow } from "./find-import.ts";
import { setImport } from "./set-import.ts";

/** Between two steps: longer than others wait before they try again, so that no writer is passed over. */
const PAUSE_MS = 15;
/** How long another writer may hold the database before the undo gives up. */
const PATIENCE_MS = 60_000;
/** How often it is told how far the undo is. */
const TELL_MS = 200;
const QUARANTINE_PAGE = 1000;

/** How a retracted import ends. */
export interface RetractionEnd {
  readonly status: Extract<ImportStatus, "undone" | "cancelled" | "failed">;
  /** Why it failed. */
  readonly fault?: FileFault;
}

/** What taking an import back needs from outside. */
export interface RetractOptions {
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Asked between steps; what it throws leaves the rest for later. */
  readonly shouldStop?: (() => void) | undefined;
  readonly onStep?: (step: RetractionStep) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly clock?: () => number;
}

/** The row of an import that is to be taken back, and to end as `end` says: what a restart must know to go on. */
export function retractionColumns({ status, fault }: RetractionEnd) {
  const cancelRequested = status === "cancelled";
  return { status: "undoing", bytesRead: 0, cancelRequested, fault: fault ?? null } as const;
}

/**
 * Marks an import to be taken back, so that it brings nothing more; `retractImport` does it, or whoever works off
 * imports. Changes nothing for one that was taken back or is being so.
 * @throws NotFoundError when the workspace has no such import
 */
export function beginRetraction(scope: Scope<"events.write">, importId: number, end: RetractionEnd): void {
  findImport(scope, importId);
  const from = IMPORT_STATUSES.filter((status) => !["undoing", "undone", "cancelled"].includes(status));
  setImport(scope, importId, from, retractionColumns(end));
}

/**
 * Takes back all that an import brought, if it is marked so: its events and what was derived of them, step by step,
 * and its quarantined rows. Its counters stay as the record of what it had brought. Whatever ends it half-way, it can
 * go on; several may do it at once.
 * @throws NotFoundError when the workspace has no such import
 */
export async function retractImport(
  scope: Scope<"events.write">,
  importId: number,
  options: RetractOptions,
): Promise<void> {
  const row = findImport(scope, importId);
  if (row.status !== "undoing") return;
  const clock = options.clock ?? (() => performance.now());
  for (let movedAt = clock(), isDone = false; !isDone; ) {
    try {
      await takeBack(scope, row, {
        ...options,
        clock,
        onStep: (step) => {
          movedAt = clock();
          options.onStep?.(step);
        },
      });
      isDone = true;
    } catch (error) {
      if (!isBusyError(error) || clock() - movedAt > PATIENCE_MS) throw error;
      await wait(PAUSE_MS);
    }
  }
}

async function takeBack(
  scope: Scope<"events.write">,
  { id, campaignId, fileBytes }: ImportRow,
  { now, shouldStop, clock, onStep }: RetractOptions & Required<Pick<RetractOptions, "clock" | "onStep">>,
): Promise<void> {
  const key = { workspaceId: scope.workspaceId, campaignId };
  setImport(scope, id, ["undoing"], { startedAt: now(), bytesRead: 0 });
  let toldAt = clock();
  for (const step of eventStoreOf(databaseOf(scope)).retract(key, id, clock)) {
    const { heldMs, done, total } = step;
    onStep(step);
    shouldStop?.();
    if (total > 0 && clock() - toldAt >= TELL_MS) {
      toldAt = clock();
      // As if the file were read: the share of its events that are gone.
      setImport(scope, id, ["undoing"], {
        bytesRead: Math.round((fileBytes * done) / total),
        aliveAt: now(),
      });
    }
    await (heldMs > 0 ? wait(PAUSE_MS) : yieldLoop());
  }
  while (dropQuarantined(scope, id)) await wait(PAUSE_MS);
  const { fault, cancelRequested } = findImport(scope, id);
  const status = fault !== null ? "failed" : cancelRequested ? "cancelled" : "undone";
  setImport(scope, id, ["undoing"], { status, bytesRead: fileBytes, finishedAt: now() });
}

/** @returns false when none is left */
function dropQuarantined(scope: Scope<"events.write">, importId: number): boolean {
  const own = [scope.workspaceId, importId];
  const rows = "quarantine WHERE workspace_id = ? AND import_id = ?";
  const drop = `DELETE FROM ${rows} AND row IN (SELECT row FROM ${rows} ORDER BY row LIMIT ${QUARANTINE_PAGE})`;
  return prepare(databaseOf(scope).$client, drop).run(...own, ...own).changes > 0;
}
