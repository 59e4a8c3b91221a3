import { rm } from "node:fs/promises";
import type { ImportJob } from "#app/_front/import-job.ts";
import { checkFile } from "#db/import/check-file.ts";
import { findImport, type ImportRow } from "#db/import/find-import.ts";
import { retractImport } from "#db/import/retract-import.ts";
import { runImport } from "#db/import/run-import.ts";
import { setImport } from "#db/import/set-import.ts";
import { surveyImport } from "#db/import/survey-import.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { openOperatorScope } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";

const PROGRESS_MS = 500;
const ENDED = ["done", "failed", "cancelled", "undone"];

/** The server is stopping: what is stored stays, and the import goes on at the next start. */
class ServerStopping extends Error {}

interface Work {
  readonly scope: Scope<Permission>;
  readonly row: ImportRow;
  readonly path: string;
  readonly shouldStop: () => boolean;
  readonly onProgress: (bytesRead: number) => void;
}

/**
 * Does what the status of an import asks for: checks its file, runs it, or takes it back. An upload that
 * is of no more use is deleted.
 * @throws what went wrong unexpectedly, after the import was marked as failed
 */
export async function workOnImport(db: IntisharDatabase, job: ImportJob): Promise<void> {
  const scope = openOperatorScope(db, job.workspaceSlug);
  const row = findImport(scope, job.importId);
  try {
    await work({ scope, row, path: row.storedPath ?? "", ...watch(scope, row, new Int32Array(job.stop)) });
  } catch (error) {
    if (error instanceof ServerStopping) return;
    fail(scope, row.id);
    throw error;
  } finally {
    await dropUpload(scope, row);
  }
}

function watch(
  scope: Scope<Permission>,
  { id }: ImportRow,
  stop: Int32Array,
): Pick<Work, "shouldStop" | "onProgress"> {
  let toldAt = 0;
  return {
    shouldStop: () => {
      if (Atomics.load(stop, 0) !== 0) throw new ServerStopping();
      return findImport(scope, id).cancelRequested;
    },
    // An import tells how far it is with every batch; a check stores nothing else, so it is told here.
    onProgress: (bytesRead) => {
      if (Date.now() - toldAt < PROGRESS_MS) return;
      toldAt = Date.now();
      setImport(scope, id, ["checking", "importing"], { bytesRead });
    },
  };
}

async function work(to: Work): Promise<void> {
  const { scope, row, path, shouldStop, onProgress } = to;
  if (row.status === "checking") await check(to);
  else if (row.status === "queued")
    await runImport(scope, row.id, {
      path,
      now: () => Date.now(),
      shouldStop,
      onProgress: ({ bytesRead }) => onProgress(bytesRead),
    });
  else if (row.status === "undoing") await retractImport(scope, row.id, { now: Date.now, shouldStop });
}

async function check({ scope, row, path, shouldStop, onProgress }: Work): Promise<void> {
  const { id, campaignId, format, mapping, zone } = row;
  const now = Date.now();
  const end = (found: Partial<ImportRow>) =>
    setImport(scope, id, ["checking"], { ...found, bytesRead: 0, cancelRequested: false });
  setImport(scope, id, ["checking"], { startedAt: now, bytesRead: 0 });
  let cancelled = false;
  const stop = () => {
    cancelled ||= shouldStop();
    return cancelled;
  };
  // The file is read twice: each time is half of the way.
  const halfway = (from: number) => (bytesRead: number) => onProgress((from + bytesRead) / 2);
  try {
    const options = { path, onBytes: halfway(0), shouldStop: stop };
    const forms = await surveyImport(scope, row, options);
    if (forms === null) return void end({ status: "uploaded" });
    const { fault = null, ...report } = await checkFile(scope, {
      campaignId,
      path,
      format,
      mapping,
      zone,
      forms,
      choices: row.reading?.choices ?? {},
      now,
      onProgress: ({ bytesRead }) => halfway(row.fileBytes)(bytesRead),
      shouldStop: stop,
    });
    end(cancelled ? { status: "uploaded" } : { status: "checked", report, fault });
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error;
    // What is asked of a column, or wrong with it, is settled where columns are chosen.
    end({ status: "uploaded", fault: error.fault });
  }
}

function fail(scope: Scope<Permission>, importId: number): void {
  setImport(scope, importId, ["checking", "queued", "importing", "undoing"], {
    status: "failed",
    fault: { reason: "interrupted" },
    finishedAt: Date.now(),
  });
}

async function dropUpload(scope: Scope<Permission>, { id, storedPath }: ImportRow): Promise<void> {
  const { status } = findImport(scope, id);
  if (storedPath === null || !ENDED.includes(status)) return;
  // In this order a crash between the two leaves a path without a file, never a file that nobody knows of.
  await rm(storedPath, { force: true });
  setImport(scope, id, [status], { storedPath: null });
}
