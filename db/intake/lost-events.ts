import { isNull, min, sum } from "drizzle-orm";
import { inTransaction } from "#db/in-transaction.ts";
import { countAcknowledged } from "#db/intake/count-acknowledged.ts";
import { readAcknowledged } from "#db/intake/read-acknowledged.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { lostEvents } from "#db/schema/installation.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Acknowledged events that the database lacks, as long as no owner has confirmed that they know. */
export interface LostEvents {
  readonly events: number;
  /** When the first of them were found missing, Unix milliseconds. */
  readonly noticedAt: number;
}

/**
 * Writes down that events are missing: `mark` were answered for, and the file knows of fewer. Then it knows of as many,
 * so that the same mark tells of nothing more, whoever shows it again.
 * @param now Unix milliseconds
 */
export function noteLostEvents(db: IntisharDatabase, { mark, now }: { mark: number; now: number }): void {
  inTransaction(db.$client, () => {
    const events = mark - readAcknowledged(db);
    if (events <= 0) return;
    db.insert(lostEvents).values({ events, noticedAt: now }).run();
    countAcknowledged(db, events);
  });
}

/** What is missing and not confirmed; null for nothing. */
export function readLostEvents(db: IntisharDatabase): LostEvents | null {
  const row = db
    .select({
      events: sum(lostEvents.events).mapWith(Number),
      noticedAt: min(lostEvents.noticedAt).mapWith(Number),
    })
    .from(lostEvents)
    .where(isNull(lostEvents.confirmedAt))
    .get();
  if (row === undefined || row.events === null || row.noticedAt === null) return null;
  return { events: row.events, noticedAt: row.noticedAt };
}

/** An owner confirms that they know what is missing: it stays written down, with who and when. */
export function confirmLostEvents(scope: Scope<"workspace.manage">, now: number): void {
  databaseOf(scope)
    .update(lostEvents)
    .set({ confirmedAt: now, confirmedBy: scope.userId })
    .where(isNull(lostEvents.confirmedAt))
    .run();
}
