import { and, eq, gt } from "drizzle-orm";
import { findImport } from "#db/import/find-import.ts";
import { quarantine } from "#db/schema/quarantine.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

/** A row of a file that could not become an event. */
export type QuarantinedRow = Pick<
  typeof quarantine.$inferSelect,
  "row" | "line" | "field" | "reason" | "raw" | "receivedAt"
>;

/**
 * Faulty rows of an import in the order of the file.
 * @param query.after last row of the page before
 * @throws NotFoundError when the scope is for other campaigns than the import's
 */
export function listQuarantine(
  scope: Scope<"events.read">,
  { importId, after = 0, limit = 100 }: { importId: number; after?: number; limit?: number },
): QuarantinedRow[] {
  if (scope.campaigns !== null) findImport(scope, importId);
  const { row, line, field, reason, raw, receivedAt } = quarantine;
  return databaseOf(scope)
    .select({ row, line, field, reason, raw, receivedAt })
    .from(quarantine)
    .where(
      and(eq(quarantine.workspaceId, scope.workspaceId), eq(quarantine.importId, importId), gt(row, after)),
    )
    .orderBy(row)
    .limit(limit)
    .all();
}
