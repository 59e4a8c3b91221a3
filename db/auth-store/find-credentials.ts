import { eq } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { users } from "#db/schema/users.ts";

/** What a password is checked against. */
export interface Credentials {
  userId: number;
  email: string;
  passwordHash: string;
}

/** @param email as `canonicalEmail` returns it */
export function findCredentials(db: IntisharDatabase, email: string): Credentials | null {
  const row = db
    .select({ userId: users.id, email: users.email, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email))
    .get();
  return row ?? null;
}
