import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { campaigns } from "./campaigns.ts";

/** Derived. What came through a code, whether or not its share is known yet. */
export const touches = sqliteTable(
  "touches",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    code: text("code").notNull(),
    visits: integer("visits").notNull(),
    conversions: integer("conversions").notNull(),
    valueMicros: integer("value_micros").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.code] }),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
