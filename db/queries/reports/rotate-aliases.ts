import { and, eq } from "drizzle-orm";
import { mintToken } from "#db/auth-store/mint-token.ts";
import { reportLinks } from "#db/schema/report-links.ts";
import { databaseOf } from "#db/scope.ts";
import { ALIAS_KEY } from "#db/vault/sealed-columns.ts";
import { sealSecret } from "#db/vault/secrets-of.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Gives the people of a report other made-up names; who wrote the old ones down cannot join them to the new.
 * @throws NotFoundError when the workspace has no such link
 */
export function rotateAliases(scope: Scope<"reports.manage">, { reportId }: { reportId: number }): void {
  const db = databaseOf(scope);
  const { workspaceId } = scope;
  const { changes } = db
    .update(reportLinks)
    .set({ aliasKey: sealSecret(db, { column: ALIAS_KEY, workspaceId, rowId: reportId }, mintToken()) })
    .where(and(eq(reportLinks.workspaceId, workspaceId), eq(reportLinks.id, reportId)))
    .run();
  if (changes === 0) throw new NotFoundError("report");
}
