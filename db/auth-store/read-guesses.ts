import { and, eq, gt, lte, max, sum } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { signInFailures, users } from "#db/schema/users.ts";
import { GUESS_WINDOW } from "#lib/access/guess-window.ts";

/**
 * What strangers have guessed at an account's password of late, as it was written down.
 * @param email as `canonicalEmail` returns it
 * @param now Unix milliseconds
 * @returns how often, and how long that still counts in milliseconds; null for nothing
 */
export function readGuesses(
  db: IntisharDatabase,
  email: string,
  now: number,
): { taken: number; endsInMs: number } | null {
  const { guesses, guessesSince, userId } = signInFailures;
  const row = db
    .select({ taken: sum(guesses).mapWith(Number), since: max(guessesSince) })
    .from(signInFailures)
    .innerJoin(users, eq(users.id, userId))
    .where(
      // A clock that was set back must not keep anybody out until it has caught up.
      and(eq(users.email, email), gt(guessesSince, now - GUESS_WINDOW), lte(guessesSince, now)),
    )
    .get();
  if (row === undefined || row.taken === null || row.since === null) return null;
  return { taken: row.taken, endsInMs: row.since + GUESS_WINDOW - now };
}
