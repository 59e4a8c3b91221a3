import { and, eq, ne } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/** @throws ConflictError("name", "taken") when another campaign of the workspace bears the name */
export function assertNameFree(
  scope: Scope<"campaigns.write">,
  wanted: { name: string; exceptId: number },
): void {
  const other = databaseOf(scope)
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, scope.workspaceId),
        eq(campaigns.name, wanted.name),
        ne(campaigns.id, wanted.exceptId),
      ),
    )
    .get();
  if (other !== undefined) throw new ConflictError("name", "taken");
}
