import { sql } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { signInFailures } from "#db/schema/users.ts";
import { writeLater } from "#db/write-later.ts";
import { GUESS_WINDOW } from "#lib/access/guess-window.ts";

/** A wrong password for an account. */
export interface FailedSignIn {
  readonly userId: number;
  /** A network of many, not an address. */
  readonly network: string;
  /** Whether it was of a browser that is not known for the account. */
  readonly isStranger: boolean;
  /** Unix milliseconds. */
  readonly now: number;
}

/** Counts a wrong password for an account, a little later: a stranger must not make the server write for each. */
export function noteFailedSignIn(
  db: IntisharDatabase,
  { userId, network, isStranger, now }: FailedSignIn,
): void {
  const day = new Date(now).toISOString().slice(0, 10);
  const { count, guesses, guessesSince } = signInFailures;
  writeLater(db, `failed ${userId} ${day} ${isStranger}`, (times) => {
    const last = { lastAt: now, network };
    const isRecent = sql`${guessesSince} > ${now - GUESS_WINDOW} AND ${guessesSince} <= ${now}`;
    db.insert(signInFailures)
      .values({
        ...{ userId, day, count: times, ...last },
        ...(isStranger ? { guesses: times, guessesSince: now } : {}),
      })
      .onConflictDoUpdate({
        target: [signInFailures.userId, signInFailures.day],
        set: {
          count: sql`${count} + ${times}`,
          ...last,
          ...(isStranger
            ? {
                guesses: sql`CASE WHEN ${isRecent} THEN ${guesses} ELSE 0 END + ${times}`,
                guessesSince: sql`CASE WHEN ${isRecent} THEN ${guessesSince} ELSE ${now} END`,
              }
            : {}),
        },
      })
      .run();
  });
}
