import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** People who sign in. They belong to workspaces through memberships. */
export const users = sqliteTable("users", {
  id: integer("id").primaryKey(),
  /** Canonical form; see lib/domain/canonical-email.ts. */
  email: text("email").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  createdAt: integer("created_at").notNull(),
});
