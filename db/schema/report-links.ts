import { foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { DateMode, ReportSection, ReportTheme } from "#lib/access/report-link.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { campaigns } from "./campaigns.ts";
import { users } from "./users.ts";

/** Links that show part of a campaign to whoever holds them. The table has only the SHA-256 of a token. */
export const reportLinks = sqliteTable(
  "report_links",
  {
    workspaceId: integer("workspace_id").notNull(),
    id: integer("id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull(),
    /** Keys the made-up names; sealed: the holder of the token must not be able to work it out. */
    aliasKey: text("alias_key").notNull(),
    createdBy: integer("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
    /** First instant at which it no longer opens. */
    expiresAt: integer("expires_at"),
    revokedAt: integer("revoked_at"),
    passwordHash: text("password_hash"),
    dateMode: text("date_mode").$type<DateMode>().notNull(),
    /** Days as YYYY-MM-DD in the workspace's zone, both included. */
    fromDay: text("from_day"),
    toDay: text("to_day"),
    sections: text("sections", { mode: "json" }).$type<ReportSection[]>().notNull(),
    aliases: integer("aliases", { mode: "boolean" }).notNull(),
    csv: integer("csv", { mode: "boolean" }).notNull(),
    notes: text("notes"),
    /** Language until the reader chooses one; null: the browser's. */
    locale: text("locale").$type<Locale>(),
    theme: text("theme").$type<ReportTheme>().notNull(),
    /** Sites that may show it in a frame. */
    embedOrigins: text("embed_origins", { mode: "json" }).$type<string[]>().notNull(),
    previewCard: integer("preview_card", { mode: "boolean" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("report_links_token").on(table.tokenHash),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
