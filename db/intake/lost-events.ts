import { isNull, min, sum } from "drizzle-orm";
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

/** Writes down that a start found events missing. */
export function noteLostEvents(db: IntisharDatabase, { events, now }: { events: number; now: number }): void {
  db.insert(lostEvents).values({ events, noticedAt: now }).run();
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
