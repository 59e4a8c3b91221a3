import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EventKind } from "#lib/domain/event.ts";
import { campaigns } from "./campaigns.ts";

/** Derived. Events by UTC hour; shares also by channel and generation. What charts over time read. */
export const hourlyCounts = sqliteTable(
  "hourly_counts",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    /** Whole hours since 1970. */
    hour: integer("hour").notNull(),
    kind: text("kind").$type<EventKind>().notNull(),
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
