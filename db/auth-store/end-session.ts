import { eq } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sessions } from "#db/schema/sessions.ts";

/** Signs out the browser that holds this session id. An unknown id is no error: it is signed out already. */
export function endSession(db: IntisharDatabase, id: string): void {
  db.delete(sessions)
    .where(eq(sessions.idHash, hashToken(id)))
    .run();
}
