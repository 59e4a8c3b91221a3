import { foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AnnotationKind } from "#lib/domain/annotation-kind.ts";
import { campaigns } from "./campaigns.ts";
import { users } from "./users.ts";

/** What the team did and when, so that a chart can say why it moved. */
export const annotations = sqliteTable(
  "annotations",
  {
    workspaceId: integer("workspace_id").notNull(),
    id: integer("id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    /** UTC milliseconds. */
    at: integer("at").notNull(),
    text: text("text").notNull(),
    kind: text("kind").$type<AnnotationKind>().notNull(),
    createdBy: integer("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("annotations_campaign").on(table.workspaceId, table.campaignId, table.at),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
