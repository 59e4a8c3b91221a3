import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";
import { workspaces } from "./workspaces.ts";

/** Names of channels that somebody said mean another. What events say stays; they are read so. */
export const channelMerges = sqliteTable(
  "channel_merges",
  {
    workspaceId: integer("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** As events say it. */
    name: text("name").notNull(),
    /** What it counts as; itself no name that is merged. */
    channel: text("channel").notNull(),
    createdBy: integer("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.name] })],
);
