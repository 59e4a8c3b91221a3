import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { IntakeOutcome, IntakeReason, IntakeSource } from "#lib/domain/intake.ts";
import { campaigns } from "./campaigns.ts";

/** What became of every event that reached the collector, by UTC hour: received is the sum of all outcomes. */
export const intakeCounts = sqliteTable(
  "intake_counts",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    /** Whole hours since 1970. */
    hour: integer("hour").notNull(),
    source: text("source").$type<IntakeSource>().notNull(),
    outcome: text("outcome").$type<IntakeOutcome>().notNull(),
    /** Empty for what was accepted or a duplicate. */
    reason: text("reason").$type<IntakeReason | "">().notNull(),
    field: text("field").notNull(),
    count: integer("count").notNull(),
    lastAt: integer("last_at").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.workspaceId,
        table.campaignId,
        table.hour,
        table.source,
        table.outcome,
        table.reason,
        table.field,
      ],
    }),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
