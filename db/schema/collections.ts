import { foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { GoalReporter } from "#lib/domain/collection.ts";
import { campaigns } from "./campaigns.ts";

/** How a campaign collects live: the mark of its codes, where they lead, and which sites may report to it. */
export const collections = sqliteTable(
  "collections",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    /** First letters of every code of this campaign; a code leads here before its share is known. */
    stem: text("stem").notNull(),
    /** Signs codes; sealed, hex within. */
    signingKey: text("signing_key").notNull(),
    /** Sealed; it stands in the pages of the campaign's sites for all to read and opens nothing but the collector. */
    publicKey: text("public_key").notNull(),
    /** SHA-256 of the public key, by which it is found; null until its plain text of older versions is sealed. */
    publicKeyHash: text("public_key_hash"),
    targetUrl: text("target_url").notNull(),
    /** Sites whose browsers may report. */
    origins: text("origins", { mode: "json" }).$type<string[]>().notNull(),
    goalFrom: text("goal_from").$type<GoalReporter>().notNull().default("page"),
    cardTitle: text("card_title"),
    cardText: text("card_text"),
    cardImage: text("card_image"),
    createdAt: integer("created_at").notNull(),
    /** Since when nothing is taken in; people are sent on all the same. */
    pausedAt: integer("paused_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId] }),
    uniqueIndex("collections_stem").on(table.stem),
    uniqueIndex("collections_public_key_hash").on(table.publicKeyHash),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
