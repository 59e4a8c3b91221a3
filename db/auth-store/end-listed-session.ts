import { and, eq } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sessions } from "#db/schema/sessions.ts";

/**
 * Signs out one of a person's browsers.
 * @param idHash as `listSessions` gives it; another person's is left alone
 */
export function endListedSession(db: IntisharDatabase, userId: number, idHash: string): void {
  db.delete(sessions)
    .where(and(eq(sessions.idHash, idHash), eq(sessions.userId, userId)))
    .run();
}
