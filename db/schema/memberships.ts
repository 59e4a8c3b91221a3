import { foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Role } from "#lib/access/permission.ts";
import { campaigns } from "./campaigns.ts";
import { users } from "./users.ts";
import { workspaces } from "./workspaces.ts";

export const memberships = sqliteTable(
  "memberships",
  {
    workspaceId: integer("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role").$type<Role>().notNull(),
    /** Unix milliseconds; null for who was there before it was noted. */
    joinedAt: integer("joined_at"),
    /** When the person last opened the workspace, to a minute; null: never since it is noted. */
    openedAt: integer("opened_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId] }),
    // Sign-in asks for a person's workspaces.
    index("memberships_user").on(table.userId),
  ],
);

/** The campaigns that a client sees; other roles see all. */
export const memberCampaigns = sqliteTable(
  "member_campaigns",
  {
    workspaceId: integer("workspace_id").notNull(),
    userId: integer("user_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId, table.campaignId] }),
    foreignKey({
      columns: [table.workspaceId, table.userId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
