import type { PasswordLimits } from "#app/_server/password-limits.ts";
import { findCredentials } from "#db/auth-store/find-credentials.ts";
import { verifyPassword } from "#db/auth-store/verify-password.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { canonicalEmail } from "#lib/domain/canonical-email.ts";

const LONGEST_PASSWORD = 1024;

/**
 * Whose e-mail and password these are. Null alike for an unknown account, a wrong password and too many
 * attempts; the first two also take equally long.
 * @param attempt.address the client's
 */
export async function checkSignIn(
  db: IntisharDatabase,
  limits: PasswordLimits,
  attempt: { email: string; password: string; address: string },
): Promise<{ userId: number; email: string } | null> {
  const email = canonicalEmail(attempt.email);
  if (email === null || attempt.password.length > LONGEST_PASSWORD) return null;
  if (!limits.take(attempt.address, email)) return null;
  const account = findCredentials(db, email);
  const isRight = await verifyPassword(attempt.password, account?.passwordHash ?? null);
  if (account === null || !isRight) return null;
  limits.giveBack(attempt.address, email);
  return { userId: account.userId, email: account.email };
}
