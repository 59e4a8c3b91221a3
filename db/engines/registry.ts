import type Database from "better-sqlite3";
import type { EventStore } from "./event-store.ts";
import { sqliteEventStore } from "./sqlite/sqlite-event-store.ts";

/** Every storage engine. A new one is a folder beside these and a line here; `contract.ts` runs against it. */
export const ENGINES = {
  sqlite: sqliteEventStore,
} as const satisfies Record<string, (client: Database.Database) => EventStore>;
