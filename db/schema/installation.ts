import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

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
  },
  (table) => [check("installation_one_row", sql`${table.id} = 1`)],
);
