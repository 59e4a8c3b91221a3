import { foreignKey, index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ForecastMethod } from "#lib/domain/forecast-method.ts";
import { campaigns } from "./campaigns.ts";

/** What was forecast of a campaign, written down when it was said and never touched again but for what came of it. */
export const forecasts = sqliteTable(
  "forecasts",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    /** Shares were counted within this age of each seed; milliseconds. */
    horizon: integer("horizon").notNull(),
    /** Step of the grid of ages at which it was made: milliseconds since the campaign's first seed. */
    age: integer("age").notNull(),
    /** The instant that it speaks of, and when it was written down; UTC milliseconds. */
    at: integer("at").notNull(),
    issuedAt: integer("issued_at").notNull(),
    method: text("method").$type<ForecastMethod>().notNull(),
    /** Shares at that instant. */
    size: integer("size").notNull(),
    final: real("final").notNull(),
    /** Null where there was a point and no interval. */
    low80: real("low_80"),
    high80: real("high_80"),
    low95: real("low_95"),
    high95: real("high_95"),
    /** Shares that there were in the end; null until the horizon has passed for every cascade. */
    observed: integer("observed"),
    scoredAt: integer("scored_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.horizon, table.age] }),
    index("forecasts_unscored").on(table.scoredAt, table.at),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
