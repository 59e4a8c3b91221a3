import type { EventStore } from "#db/engines/event-store.ts";
import { ENGINES } from "#db/engines/registry.ts";
import type { IntisharDatabase } from "#db/open-database.ts";

/** Where the events of this database are kept. */
export function eventStoreOf(db: IntisharDatabase): EventStore {
  return ENGINES.sqlite(db.$client);
}
