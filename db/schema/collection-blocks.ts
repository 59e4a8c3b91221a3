import { foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { campaigns } from "./campaigns.ts";
import { users } from "./users.ts";

/** Who may bring nothing into a campaign. What an owner typed, never what a visitor's address was. */
export const collectionBlocks = sqliteTable(
  "collection_blocks",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    id: integer("id").notNull(),
    /** A site's origin, or addresses as in 192.0.2.0/24. */
    value: text("value").notNull(),
    createdBy: integer("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.id] }),
    uniqueIndex("collection_blocks_value").on(table.workspaceId, table.campaignId, table.value),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
