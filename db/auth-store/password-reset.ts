import { and, eq, gt, isNull } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { mintToken } from "#db/auth-store/mint-token.ts";
import { endTrustOf } from "#db/auth-store/trusted-browsers.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { sessions } from "#db/schema/sessions.ts";
import { passwordResets, users } from "#db/schema/users.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { HOUR } from "#lib/time/lengths.ts";

/** How long a link lasts. */
const LASTS_MS = HOUR;

/** What a link is good for: once, and for an hour. */
export interface PasswordReset {
  readonly userId: number;
  readonly email: string;
  readonly state: "open" | "used" | "expired";
}

/**
 * Makes the token of a link by which an account gets a new password, once within an hour, and voids the one before.
 * @param now Unix milliseconds
 */
export function issuePasswordReset(db: IntisharDatabase, userId: number, now: number): string {
  const token = mintToken();
  const row = { tokenHash: hashToken(token), expiresAt: now + LASTS_MS, usedAt: null };
  db.insert(passwordResets)
    .values({ userId, ...row })
    .onConflictDoUpdate({ target: passwordResets.userId, set: row })
    .run();
  return token;
}

/** Null: there was never such a link, or another has taken its place. @param now Unix milliseconds */
export function findPasswordReset(db: IntisharDatabase, token: string, now: number): PasswordReset | null {
  const row = db
    .select({
      userId: users.id,
      email: users.email,
      expiresAt: passwordResets.expiresAt,
      usedAt: passwordResets.usedAt,
    })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(eq(passwordResets.tokenHash, hashToken(token)))
    .get();
  if (row === undefined) return null;
  const { userId, email, expiresAt, usedAt } = row;
  return { userId, email, state: usedAt !== null ? "used" : expiresAt <= now ? "expired" : "open" };
}

/**
 * Uses a link: its account gets the password, and is signed out everywhere.
 * @param reset.passwordHash as `hashPassword` returns it
 * @param reset.now Unix milliseconds
 * @throws NotFoundError when the link is not open any more, also when another request used it at the same time
 */
export function completePasswordReset(
  db: IntisharDatabase,
  { token, passwordHash, now }: { token: string; passwordHash: string; now: number },
): void {
  inTransaction(db.$client, () => {
    const used = db
      .update(passwordResets)
      .set({ usedAt: now })
      .where(
        and(
          eq(passwordResets.tokenHash, hashToken(token)),
          isNull(passwordResets.usedAt),
          gt(passwordResets.expiresAt, now),
        ),
      )
      .returning({ userId: passwordResets.userId })
      .get();
    if (used === undefined) throw new NotFoundError("password link");
    setPassword(db, used.userId, passwordHash);
  });
}

/** Gives an account another password, signs it out everywhere and trusts none of its browsers, within the caller's transaction. */
export function setPassword(db: IntisharDatabase, userId: number, passwordHash: string): void {
  db.update(users).set({ passwordHash }).where(eq(users.id, userId)).run();
  db.delete(sessions).where(eq(sessions.userId, userId)).run();
  endTrustOf(db, userId);
}
