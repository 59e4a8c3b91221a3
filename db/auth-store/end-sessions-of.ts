import { and, eq, ne } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sessions } from "#db/schema/sessions.ts";

/** Signs a person out everywhere, but for the browser with session id `exceptId`. */
export function endSessionsOf(db: IntisharDatabase, userId: number, exceptId?: string): void {
  const kept = exceptId === undefined ? undefined : ne(sessions.idHash, hashToken(exceptId));
  db.delete(sessions)
    .where(and(eq(sessions.userId, userId), kept))
    .run();
}
