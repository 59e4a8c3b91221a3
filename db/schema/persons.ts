import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { campaigns } from "./campaigns.ts";

/** Derived. Everyone seen in a campaign, with the first touch that decides whose child their shares are. */
export const persons = sqliteTable(
  "persons",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    person: text("person").notNull(),
    firstAt: integer("first_at").notNull(),
    lastAt: integer("last_at").notNull(),
    shares: integer("shares").notNull(),
    visits: integer("visits").notNull(),
    conversions: integer("conversions").notNull(),
    touchAt: integer("touch_at"),
    touchId: text("touch_id"),
    touchVia: text("touch_via"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.person] }),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
