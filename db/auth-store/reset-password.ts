import { eq } from "drizzle-orm";
import { findCredentials } from "#db/auth-store/find-credentials.ts";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { setPassword } from "#db/auth-store/password-reset.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { passwordResets } from "#db/schema/users.ts";
import { NotFoundError } from "#lib/access/errors.ts";

/**
 * Gives an account another password, signs it out everywhere, and voids a link for that.
 * @param account.email as `canonicalEmail` returns it
 * @throws NotFoundError when there is no such account
 */
export async function resetPassword(
  db: IntisharDatabase,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const account = findCredentials(db, email);
  if (account === null) throw new NotFoundError("account");
  const { userId } = account;
  const passwordHash = await hashPassword(password);
  inTransaction(db.$client, () => {
    setPassword(db, userId, passwordHash);
    db.delete(passwordResets).where(eq(passwordResets.userId, userId)).run();
  });
}
