import { eq } from "drizzle-orm";
import type { Credentials } from "#db/auth-store/find-credentials.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { users } from "#db/schema/users.ts";

/** The account with this id; null when there is none, say any more. */
export function findAccount(db: IntisharDatabase, userId: number): Credentials | null {
  const row = db
    .select({ userId: users.id, email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId))
    .get();
  return row ?? null;
}
