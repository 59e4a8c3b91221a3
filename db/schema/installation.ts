import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** One row: whether the first account was ever made. Deleting that account must not open set-up again. */
export const installation = sqliteTable(
  "installation",
  {
    id: integer("id").primaryKey(),
    setUpTokenHash: text("set_up_token_hash"),
    setUpAt: integer("set_up_at"),
    /** Events that the collector has acknowledged, ever: it only grows, whatever is undone or deleted. */
    acknowledged: integer("acknowledged").notNull().default(0),
    /** Secrets were sealed in place, and the file has yet to be rid of what their plain text left in it. */
    sweepDue: integer("sweep_due", { mode: "boolean" }).notNull().default(false),
    /** When it was last tried whether the file can be written; null before the first time. */
    probedAt: integer("probed_at"),
  },
  (table) => [check("installation_one_row", sql`${table.id} = 1`)],
);

/** Acknowledged events that a start found missing; said to owners until one of them confirms it. Times are Unix milliseconds. */
export const lostEvents = sqliteTable("lost_events", {
  id: integer("id").primaryKey(),
  noticedAt: integer("noticed_at").notNull(),
  events: integer("events").notNull(),
  confirmedAt: integer("confirmed_at"),
  confirmedBy: integer("confirmed_by").references(() => users.id, { onDelete: "set null" }),
});
