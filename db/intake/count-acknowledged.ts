import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";

const ADD = `INSERT INTO installation (id, acknowledged) VALUES (1, ?)
  ON CONFLICT DO UPDATE SET acknowledged = acknowledged + excluded.acknowledged`;

/** Counts what the collector answers for, inside the caller's transaction. */
export function countAcknowledged(db: IntisharDatabase, events: number): void {
  prepare(db.$client, ADD).run(events);
}
