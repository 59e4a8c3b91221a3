import { and, eq, gt } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { isBusyError } from "#db/storage-error.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const TOUCH_EVERY = MINUTE;

/**
 * Who is signed in with this session id; null when it is unknown, ended or past its end. Notes that it
 * was seen, at most once a minute, so that reading a page is seldom a write.
 * @param now Unix milliseconds
 */
export function findSession(
  db: IntisharDatabase,
  id: string,
  now: number,
): { userId: number; email: string } | null {
  const idHash = hashToken(id);
  const row = db
    .select({ userId: users.id, email: users.email, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.idHash, idHash), gt(sessions.expiresAt, now)))
    .get();
  if (row === undefined) return null;
  if (now - row.lastSeenAt >= TOUCH_EVERY) {
    noteSeen(db, idHash, now);
  }
  return { userId: row.userId, email: row.email };
}

/** Somebody else's long write is no reason to turn a reader away; the next look notes it. */
function noteSeen(db: IntisharDatabase, idHash: string, lastSeenAt: number): void {
  try {
    db.update(sessions).set({ lastSeenAt }).where(eq(sessions.idHash, idHash)).run();
  } catch (error) {
    if (!isBusyError(error)) throw error;
  }
}
