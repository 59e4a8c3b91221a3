import { and, desc, eq, gt } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sessions } from "#db/schema/sessions.ts";
import { IDLE_SECONDS } from "#lib/access/session-seconds.ts";

/** A signed-in browser as its owner sees it. Times are Unix milliseconds. */
export interface ListedSession {
  /** Names the session without opening it. */
  idHash: string;
  label: string;
  createdAt: number;
  lastSeenAt: number;
  /** Whether this is the browser that asks. */
  isCurrent: boolean;
}

/** A person's signed-in browsers, the one seen last first. */
export function listSessions(
  db: IntisharDatabase,
  { userId, currentId, now }: { userId: number; currentId: string; now: number },
): ListedSession[] {
  const current = hashToken(currentId);
  return db
    .select({
      idHash: sessions.idHash,
      label: sessions.label,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, now - IDLE_SECONDS * 1000),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
    .all()
    .map((row) => ({ ...row, isCurrent: row.idHash === current }));
}
