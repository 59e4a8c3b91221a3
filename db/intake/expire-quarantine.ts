import type Database from "better-sqlite3";
import type { IntisharDatabase } from "#db/open-database.ts";
import { DAY } from "#lib/time/lengths.ts";

/** Days for which what could not become an event is kept, to be tried again. */
export const QUARANTINE_DAYS = 90;

/** Rows of one transaction: few enough that no other writer waits for long. */
const BATCH = 2000;

const FORGET = [
  `DELETE FROM quarantined_events WHERE rowid IN
    (SELECT rowid FROM quarantined_events WHERE received_at < ? LIMIT ${BATCH})`,
  // Which rows of a file were faulty, and why, is a part of the report of its import.
  `UPDATE quarantine SET raw = '' WHERE (workspace_id, import_id, row) IN
    (SELECT workspace_id, import_id, row FROM quarantine WHERE received_at < ? AND raw <> '' LIMIT ${BATCH})`,
];

/**
 * Forgets what has lain in quarantine for too long, and what faulty rows of imports said; that it came stays counted.
 * One of the acts of housekeeping: it knows no workspace, so nothing of one can reach another.
 * @param now UTC milliseconds
 * @returns how many were forgotten
 */
export function expireQuarantine(db: IntisharDatabase, now: number): number {
  return FORGET.reduce((sum, sql) => sum + forgetAll(db.$client.prepare<[number]>(sql), now), 0);
}

function forgetAll(forget: Database.Statement<[number]>, now: number): number {
  for (let forgotten = 0; ; ) {
    const { changes } = forget.run(now - QUARANTINE_DAYS * DAY);
    forgotten += changes;
    if (changes < BATCH) return forgotten;
  }
}
