import { and, desc, eq, gte } from "drizzle-orm";
import type { IntisharDatabase } from "#db/open-database.ts";
import { signInFailures, users } from "#db/schema/users.ts";
import { DAY } from "#lib/time/lengths.ts";

const DAYS = 30;

/** What a person should know of sign-ins to their account. Times are Unix milliseconds. */
export interface SignIns {
  /** The sign-in before the last one; null when there was none. */
  readonly before: number | null;
  /** Wrong passwords of the last thirty days; null when there were none. */
  readonly failed: {
    readonly count: number;
    readonly since: number;
    readonly lastAt: number;
    /** A network of many, not an address. */
    readonly network: string;
  } | null;
}

/** @param now Unix milliseconds */
export function readSignIns(db: IntisharDatabase, userId: number, now: number): SignIns {
  const since = now - (now % DAY) - (DAYS - 1) * DAY;
  const first = new Date(since).toISOString().slice(0, 10);
  const days = db
    .select()
    .from(signInFailures)
    .where(and(eq(signInFailures.userId, userId), gte(signInFailures.day, first)))
    .orderBy(desc(signInFailures.day))
    .all();
  const user = db.select({ before: users.signedInBefore }).from(users).where(eq(users.id, userId)).get();
  const [last] = days;
  return {
    before: user?.before ?? null,
    failed:
      last === undefined
        ? null
        : {
            count: days.reduce((sum, { count }) => sum + count, 0),
            ...{ since, lastAt: last.lastAt, network: last.network },
          },
  };
}
