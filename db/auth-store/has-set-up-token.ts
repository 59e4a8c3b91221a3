import { and, eq, isNull } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { installation } from "#db/schema/installation.ts";

/** Whether `token` would still create the first account. Looked up by hash, so timing tells nothing of it. */
export function hasSetUpToken(db: Pick<IntisharDatabase, "select">, token: string): boolean {
  const row = db
    .select({ id: installation.id })
    .from(installation)
    .where(and(eq(installation.setUpTokenHash, hashToken(token)), isNull(installation.setUpAt)))
    .get();
  return row !== undefined;
}
