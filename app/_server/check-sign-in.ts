import { networkOf } from "#app/_front/collector/network-of.ts";
import { logHolder } from "#app/_server/log-holder.ts";
import type { PasswordLimits } from "#app/_server/password-limits.ts";
import { findCredentials } from "#db/auth-store/find-credentials.ts";
import { noteFailedSignIn } from "#db/auth-store/note-failed-sign-in.ts";
import { readGuesses } from "#db/auth-store/read-guesses.ts";
import { verifyPassword } from "#db/auth-store/verify-password.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { canonicalEmail } from "#lib/domain/canonical-email.ts";

const LONGEST_PASSWORD = 1024;

/**
 * Whose e-mail and password these are. Null alike for an unknown account, a wrong password and too many
 * attempts; the first two also take equally long. What failed is logged, and noted for the account's own eyes.
 * @param attempt.address the client's
 * @param attempt.knownAs the name under which this browser is known for an account, null for a stranger
 */
export async function checkSignIn(
  db: IntisharDatabase,
  limits: PasswordLimits,
  attempt: { email: string; password: string; address: string; knownAs: (email: string) => string | null },
): Promise<{ userId: number; email: string } | null> {
  const email = canonicalEmail(attempt.email);
  if (email === null || attempt.password.length > LONGEST_PASSWORD) return null;
  const taken = { address: attempt.address, account: email, known: attempt.knownAs(email) };
  const isLimited = !limits.take(taken, () => readGuesses(db, email, Date.now()));
  const account = findCredentials(db, email);
  const isRight =
    !isLimited && (await verifyPassword(attempt.password, account?.passwordHash ?? null)) && account !== null;
  if (isRight) {
    limits.giveBack(taken);
    return { userId: account.userId, email: account.email };
  }
  const network = networkOf(attempt.address, { bytes: 1, groups: 3 });
  const userId = account?.userId ?? null;
  // Nothing of what was typed: it may be a password in the wrong field.
  logHolder.log?.({ event: "sign-in-failed", userId, network, isLimited });
  if (userId !== null)
    noteFailedSignIn(db, { userId, network, isStranger: taken.known === null, now: Date.now() });
  return null;
}
