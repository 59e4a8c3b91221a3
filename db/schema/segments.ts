import { foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { campaigns } from "./campaigns.ts";
import { users } from "./users.ts";

/** Filters that somebody gave a name, for themselves or for everyone in the workspace. */
export const segments = sqliteTable(
  "segments",
  {
    workspaceId: integer("workspace_id").notNull(),
    id: integer("id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    name: text("name").notNull(),
    /** The filters as an address writes them, without the question mark. */
    query: text("query").notNull(),
    /** Whose it is; null: everyone's. */
    userId: integer("user_id").references(() => users.id, { onDelete: "cascade" }),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("segments_campaign").on(table.workspaceId, table.campaignId),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
