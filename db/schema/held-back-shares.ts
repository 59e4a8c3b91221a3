import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { campaigns } from "./campaigns.ts";

/**
 * Derived. Shares that do not stand where their link says yet, or that others wait for in vain: moving them would have
 * held up whoever brought them. They are settled in the background, and a rebuild leaves none.
 */
export const heldBackShares = sqliteTable(
  "held_back_shares",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    code: text("code").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.code] }),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
