import { and, eq, gt } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sessions } from "#db/schema/sessions.ts";
import { MINUTE } from "#lib/time/lengths.ts";

/** How long somebody who proved who they are may change how they sign in. */
export const RECENT_PROOF_MS = 10 * MINUTE;

/** Notes that whoever uses this session has just proved who they are. */
export function noteProof(db: IntisharDatabase, sessionId: string, now: number): void {
  db.update(sessions)
    .set({ provedAt: now })
    .where(eq(sessions.idHash, hashToken(sessionId)))
    .run();
}

/** Whether they proved it within the last ten minutes, by signing in or since. */
export function isProven(db: IntisharDatabase, sessionId: string, now: number): boolean {
  const isIt = and(eq(sessions.idHash, hashToken(sessionId)), gt(sessions.provedAt, now - RECENT_PROOF_MS));
  return db.select({ userId: sessions.userId }).from(sessions).where(isIt).get() !== undefined;
}
