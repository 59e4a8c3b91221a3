import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";

/** How many events the collector has answered for, as far as this database file knows. */
export function readAcknowledged(db: IntisharDatabase): number {
  const known = prepare(db.$client, "SELECT acknowledged FROM installation WHERE id = 1").pluck().get();
  return (known as number | undefined) ?? 0;
}
