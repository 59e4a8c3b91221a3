import { eq, lte, or, sql } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { mintToken } from "#db/auth-store/mint-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sessions } from "#db/schema/sessions.ts";
import { users } from "#db/schema/users.ts";
import { IDLE_SECONDS, SESSION_SECONDS } from "#lib/access/session-seconds.ts";

/**
 * Signs a browser in for 30 days, and forgets the sessions of everyone that have run out, and the one that this
 * browser had before.
 * @param options.label browser and system in two words
 * @param options.now Unix milliseconds
 * @param options.formerId id of the session whose cookie the new one replaces
 * @returns the session's id; the database holds its hash alone
 */
export function createSession(
  db: IntisharDatabase,
  { userId, label, now, formerId = "" }: { userId: number; label: string; now: number; formerId?: string },
): string {
  const id = mintToken();
  const expiresAt = now + SESSION_SECONDS * 1000;
  const isOver = or(
    lte(sessions.expiresAt, now),
    lte(sessions.lastSeenAt, now - IDLE_SECONDS * 1000),
    eq(sessions.idHash, hashToken(formerId)),
  );
  db.transaction(
    (tx) => {
      tx.delete(sessions).where(isOver).run();
      tx.update(users)
        .set({ signedInBefore: sql`${users.signedInAt}`, signedInAt: now })
        .where(eq(users.id, userId))
        .run();
      tx.insert(sessions)
        .values({
          idHash: hashToken(id),
          userId,
          label,
          createdAt: now,
          lastSeenAt: now,
          expiresAt,
          provedAt: now,
        })
        .run();
    },
    { behavior: "immediate" },
  );
  return id;
}
