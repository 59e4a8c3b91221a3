import { lte } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { mintToken } from "#db/auth-store/mint-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sessions } from "#db/schema/sessions.ts";
import { SESSION_SECONDS } from "#lib/access/session-seconds.ts";

/**
 * Signs a browser in for 30 days, and forgets the sessions of everyone that have run out.
 * @param options.label browser and system in two words
 * @param options.now Unix milliseconds
 * @returns the session's id; the database holds its hash alone
 */
export function createSession(
  db: IntisharDatabase,
  { userId, label, now }: { userId: number; label: string; now: number },
): string {
  const id = mintToken();
  const expiresAt = now + SESSION_SECONDS * 1000;
  db.transaction(
    (tx) => {
      tx.delete(sessions).where(lte(sessions.expiresAt, now)).run();
      tx.insert(sessions)
        .values({ idHash: hashToken(id), userId, label, createdAt: now, lastSeenAt: now, expiresAt })
        .run();
    },
    { behavior: "immediate" },
  );
  return id;
}
