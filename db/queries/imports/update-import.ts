import { findImport, type ImportRow } from "#db/import/find-import.ts";
import { retractionColumns } from "#db/import/retract-import.ts";
import { setImport } from "#db/import/set-import.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { databaseOf } from "#db/scope.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ImportStatus } from "#lib/domain/import.ts";

type Changes = Partial<
  Pick<
    ImportRow,
    | "format"
    | "mapping"
    | "zone"
    | "reading"
    | "policy"
    | "status"
    | "report"
    | "fault"
    | "storedPath"
    | "cancelRequested"
    | "finishedAt"
  >
>;

const SETTINGS = ["format", "mapping", "zone", "reading", "policy"] as const;

const NEXT: Readonly<Record<ImportStatus, readonly ImportStatus[]>> = {
  uploaded: ["checking", "queued", "failed", "cancelled"],
  checking: ["checked", "uploaded", "failed", "cancelled"],
  checked: ["checking", "uploaded", "queued", "cancelled"],
  queued: ["importing", "cancelled", "failed"],
  importing: ["done", "failed", "cancelled", "queued"],
  done: ["undoing"],
  failed: ["undoing"],
  cancelled: [],
  undoing: ["undone"],
  undone: [],
};

/**
 * Changes the settings of an import that has not begun, or moves it on to its next status.
 * @throws NotFoundError when the workspace has no such import
 * @throws ConflictError when the settings are fixed already or the status does not follow on the present one
 */
export function updateImport(
  scope: Scope<"events.write">,
  { importId, ...changes }: { importId: number } & Changes,
): void {
  inTransaction(databaseOf(scope).$client, () => {
    const { status } = findImport(scope, importId);
    const resets = SETTINGS.some((setting) => setting in changes);
    if (resets && status !== "uploaded" && status !== "checked")
      throw new ConflictError("status", "import-begun");
    if (changes.status !== undefined && changes.status !== status && !NEXT[status].includes(changes.status))
      throw new ConflictError("status", "import-status");
    const undo = changes.status === "undoing" ? retractionColumns({ status: "undone" }) : {};
    setImport(scope, importId, [status], { ...changes, ...undo });
  });
}
