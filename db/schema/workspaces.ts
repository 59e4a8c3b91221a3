import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The tenant: owns everything else. */
export const workspaces = sqliteTable("workspaces", {
  id: integer("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  /** IANA zone in which days and hours are read. */
  zone: text("zone").notNull(),
  createdAt: integer("created_at").notNull(),
});
