import { eq } from "drizzle-orm";
import { secondFactorRules } from "#db/schema/second-factors.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Requires a second factor of all members of a workspace, from `now` on, or of none; what holds already is left as it is. */
export function setSecondFactorRule(
  scope: Scope<"workspace.manage">,
  { isRequired, now }: { isRequired: boolean; now: number },
): void {
  const db = databaseOf(scope);
  const { workspaceId } = scope;
  if (isRequired)
    db.insert(secondFactorRules).values({ workspaceId, since: now }).onConflictDoNothing().run();
  else db.delete(secondFactorRules).where(eq(secondFactorRules.workspaceId, workspaceId)).run();
}
