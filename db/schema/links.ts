import { foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { SeedKind } from "#lib/domain/event.ts";
import type { Utm } from "#lib/domain/link.ts";
import { collections } from "./collections.ts";
import { users } from "./users.ts";

/** Links that the team hands out; each is a seed, and its code the root of a cascade. */
export const links = sqliteTable(
  "links",
  {
    workspaceId: integer("workspace_id").notNull(),
    id: integer("id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    channel: text("channel").notNull(),
    seedKind: text("seed_kind").$type<SeedKind>().notNull(),
    /** Null: the campaign's own. */
    targetUrl: text("target_url"),
    utm: text("utm", { mode: "json" }).$type<Utm>().notNull(),
    createdBy: integer("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
    pausedAt: integer("paused_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("links_code").on(table.workspaceId, table.campaignId, table.code),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [collections.workspaceId, collections.campaignId],
    }).onDelete("cascade"),
  ],
);
