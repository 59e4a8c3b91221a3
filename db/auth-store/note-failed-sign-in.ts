import { sql } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { signInFailures } from "#db/schema/users.ts";
import { writeLater } from "#db/write-later.ts";

/** Counts a wrong password for an account, a little later: a stranger must not make the server write for each. */
export function noteFailedSignIn(
  db: IntisharDatabase,
  { userId, network, now }: { userId: number; network: string; now: number },
): void {
  const day = new Date(now).toISOString().slice(0, 10);
  writeLater(db, `failed ${userId} ${day}`, (times) => {
    db.insert(signInFailures)
      .values({ userId, day, count: times, lastAt: now, network })
      .onConflictDoUpdate({
        target: [signInFailures.userId, signInFailures.day],
        set: { count: sql`${signInFailures.count} + ${times}`, lastAt: now, network },
      })
      .run();
  });
}
