import { foreignKey, index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { SeedKind } from "#lib/domain/event.ts";
import { campaigns } from "./campaigns.ts";

/** Derived. One row per tree of the forest, with the sums that let a leaf be added without reading it. */
export const cascades = sqliteTable(
  "cascades",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    root: text("root").notNull(),
    /** False for the provisional tree of an orphan. */
    seeded: integer("seeded", { mode: "boolean" }).notNull(),
    seedKind: text("seed_kind").$type<SeedKind>(),
    variant: text("variant"),
    channel: text("channel").notNull(),
    person: text("person").notNull(),
    size: integer("size").notNull(),
    /** Distinct people who shared. */
    sharers: integer("reach").notNull(),
    depth: integer("depth").notNull(),
    maxBreadth: integer("max_breadth").notNull(),
    breadths: text("breadths", { mode: "json" }).$type<number[]>().notNull(),
    seedChildren: integer("seed_children").notNull(),
    maxChildren: integer("max_children").notNull(),
    sumDepth: integer("sum_depth").notNull(),
    sumSubtreeSq: real("sum_subtree_sq").notNull(),
    structuralVirality: real("structural_virality"),
    skews: integer("skews").notNull(),
    cuts: integer("cuts").notNull(),
    startedAt: integer("started_at").notNull(),
    lastAt: integer("last_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.root] }),
    index("cascades_size").on(table.workspaceId, table.campaignId, table.size),
    index("cascades_started").on(table.workspaceId, table.campaignId, table.startedAt),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
