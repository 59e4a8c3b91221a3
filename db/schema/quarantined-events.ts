import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EventMark } from "#lib/domain/event.ts";
import type { IntakeReason, IntakeSource } from "#lib/domain/intake.ts";
import { campaigns } from "./campaigns.ts";

/** What reached the collector and could not become an event: its bytes, capped, until somebody tries it again. */
export const quarantinedEvents = sqliteTable(
  "quarantined_events",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    id: integer("id").notNull(),
    source: text("source").$type<IntakeSource>().notNull(),
    reason: text("reason").$type<IntakeReason>().notNull(),
    field: text("field").notNull(),
    raw: text("raw").notNull(),
    /** What its sender was taken for. */
    label: text("label").$type<EventMark>(),
    receivedAt: integer("received_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.id] }),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
