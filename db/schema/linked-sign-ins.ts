import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";

/** Accounts elsewhere by which a person signs in here. Times are Unix milliseconds. */
export const linkedSignIns = sqliteTable(
  "linked_sign_ins",
  {
    /** `google`, `github`, or the issuer of another. */
    provider: text("provider").notNull(),
    /** The name that the provider never gives to anybody else. */
    subject: text("subject").notNull(),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The address that the provider vouched for when it was linked. */
    email: text("email").notNull(),
    linkedAt: integer("linked_at").notNull(),
    lastUsedAt: integer("last_used_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.subject] }),
    index("linked_sign_ins_user").on(table.userId),
  ],
);
