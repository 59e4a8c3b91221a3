import { and, eq, gt } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { writeLater } from "#db/write-later.ts";
import { IDLE_SECONDS } from "#lib/access/session-seconds.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const TOUCH_EVERY = MINUTE;

/**
 * Who is signed in with this session id; null when it is unknown, ended, past its end, or was not seen for
 * two weeks. That it was seen is written
 * down later, at most once a minute.
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
    .where(
      and(
        eq(sessions.idHash, idHash),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, now - IDLE_SECONDS * 1000),
      ),
    )
    .get();
  if (row === undefined) return null;
  if (now - row.lastSeenAt >= TOUCH_EVERY)
    writeLater(db, `seen ${idHash}`, () => {
      db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.idHash, idHash)).run();
    });
  return { userId: row.userId, email: row.email };
}
