import type Database from "better-sqlite3";
import type { EventStore } from "./event-store.ts";
import { sqliteReads } from "./sqlite/reads/event-reads.ts";
import { sqliteEventStore } from "./sqlite/sqlite-event-store.ts";

/** Every storage engine. A new one is a folder beside these and a line here; `contract.ts` runs against it. */
export const ENGINES = {
  sqlite: sqliteEventStore,
} as const satisfies Record<string, (client: Database.Database) => EventStore>;

/** What the engine in use can be asked, by noun; whoever asks has looked at the scope. */
export const EVENT_READS = sqliteReads;
