import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Experiment } from "#lib/domain/experiment.ts";
import { campaigns } from "./campaigns.ts";

/** What a team laid down of the comparison of a campaign's variants before it began. */
export const experiments = sqliteTable(
  "experiments",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    /** A day as YYYY-MM-DD in the workspace's zone; null where the variants may be looked at daily. */
    judgedOn: text("judged_on"),
    /** Weight of each variant; empty for equal ones. */
    split: text("split", { mode: "json" }).$type<Experiment["split"]>().notNull(),
    changedAt: integer("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId] }),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
