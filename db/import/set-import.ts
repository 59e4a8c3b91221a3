import { and, eq, inArray } from "drizzle-orm";
import { imports } from "#db/schema/imports.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ImportStatus } from "#lib/domain/import.ts";

/** Sets columns of an import if its status is one of `from`; false, and nothing set, if it is not. */
export function setImport(
  scope: Scope,
  importId: number,
  from: readonly ImportStatus[],
  values: Partial<Omit<typeof imports.$inferInsert, "workspaceId" | "id" | "campaignId">>,
): boolean {
  const { changes } = databaseOf(scope)
    .update(imports)
    .set(values)
    .where(
      and(
        eq(imports.workspaceId, scope.workspaceId),
        eq(imports.id, importId),
        inArray(imports.status, [...from]),
      ),
    )
    .run();
  return changes === 1;
}
