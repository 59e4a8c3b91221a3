import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** Signed-in browsers. The cookie holds the id; the table only its SHA-256. */
export const sessions = sqliteTable(
  "sessions",
  {
    idHash: text("id_hash").primaryKey(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Browser and system in two words, so that a person recognises it in the list. */
    label: text("label").notNull(),
    createdAt: integer("created_at").notNull(),
    lastSeenAt: integer("last_seen_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    /** When the person last proved in this browser who they are; 0: not that anybody knows. */
    provedAt: integer("proved_at").notNull().default(0),
  },
  (table) => [index("sessions_user").on(table.userId)],
);
