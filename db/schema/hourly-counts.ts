import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CountedKind } from "#lib/domain/event.ts";
import { campaigns } from "./campaigns.ts";

/**
 * Derived. Events by UTC hour; shares also by channel and generation. What a label sets apart is counted under the
 * label, with the app that fetched as its channel. Tells when a campaign began and how much there is of what; charts read the events themselves.
 */
export const hourlyCounts = sqliteTable(
  "hourly_counts",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    /** Whole hours since 1970. */
    hour: integer("hour").notNull(),
    kind: text("kind").$type<CountedKind>().notNull(),
    channel: text("channel").notNull(),
    generation: integer("generation").notNull(),
    count: integer("count").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.workspaceId, table.campaignId, table.hour, table.kind, table.channel, table.generation],
    }),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
