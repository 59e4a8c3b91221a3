import { asc, eq, inArray } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { imports } from "#db/schema/imports.ts";
import { workspaces } from "#db/schema/workspaces.ts";

/** The oldest import of any workspace that waits for the runner, or null. For the operator's runner alone. */
export function findNextImport(db: IntisharDatabase): { workspaceSlug: string; importId: number } | null {
  const row = db
    .select({ workspaceSlug: workspaces.slug, importId: imports.id })
    .from(imports)
    .innerJoin(workspaces, eq(workspaces.id, imports.workspaceId))
    .where(inArray(imports.status, ["checking", "queued", "undoing"]))
    .orderBy(asc(imports.createdAt), asc(imports.id))
    .limit(1)
    .get();
  return row ?? null;
}
