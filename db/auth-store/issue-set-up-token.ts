import { eq } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { mintToken } from "#db/auth-store/mint-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { installation } from "#db/schema/installation.ts";

/**
 * Makes the token of the link that creates the first account, and voids the one before.
 * @returns null once the first account was made, even if it was deleted since
 */
export function issueSetUpToken(db: IntisharDatabase): string | null {
  const token = mintToken();
  const setUpTokenHash = hashToken(token);
  return db.transaction(
    (tx) => {
      const row = tx.select().from(installation).where(eq(installation.id, 1)).get();
      if (typeof row?.setUpAt === "number") return null;
      tx.insert(installation)
        .values({ id: 1, setUpTokenHash })
        .onConflictDoUpdate({ target: installation.id, set: { setUpTokenHash } })
        .run();
      return token;
    },
    { behavior: "immediate" },
  );
}
