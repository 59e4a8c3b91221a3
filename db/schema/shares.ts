import { sql } from "drizzle-orm";
import { foreignKey, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Mode, SeedKind } from "#lib/domain/event.ts";
import type { Evidence } from "#lib/domain/evidence.ts";
import { campaigns } from "./campaigns.ts";

/** Derived. The nodes of the forest, in the order in which they came, so that a log is written from end to end. */
export const shares = sqliteTable(
  "shares",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    root: text("root").notNull(),
    code: text("code").notNull(),
    /** The share that this one hangs on; null for a seed, an orphan and a cut link. */
    parent: text("parent"),
    /** The code that brought the person, known or not. */
    via: text("via"),
    evidence: text("evidence").$type<Evidence>(),
    person: text("person").notNull(),
    channel: text("channel").notNull(),
    mode: text("mode").$type<Mode>(),
    seedKind: text("seed_kind").$type<SeedKind>(),
    variant: text("variant"),
    country: text("country"),
    at: integer("at").notNull(),
    depth: integer("depth").notNull(),
    children: integer("children").notNull(),
    descendants: integer("descendants").notNull(),
    /** Bits of lib/cascade/forest.ts. */
    faults: integer("faults").notNull(),
  },
  (table) => [
    uniqueIndex("shares_code").on(table.workspaceId, table.campaignId, table.code),
    // One cascade, and whether somebody shared in it before.
    index("shares_root").on(table.workspaceId, table.campaignId, table.root, table.person),
    // Children of a share, and SQLite's own check that no parent goes missing.
    index("shares_parent")
      .on(table.workspaceId, table.campaignId, table.parent)
      .where(sql`parent IS NOT NULL`),
    // Shares whose parent the person's first touch decides.
    index("shares_open")
      .on(table.workspaceId, table.campaignId, table.person)
      .where(sql`seed_kind IS NULL AND (evidence IS NULL OR evidence = 'touch')`),
    // Roots that wait for a code.
    index("shares_orphans").on(table.workspaceId, table.campaignId, table.via).where(sql`faults & 9`),
    foreignKey({
      name: "shares_parent_in_campaign",
      columns: [table.workspaceId, table.campaignId, table.parent],
      foreignColumns: [table.workspaceId, table.campaignId, table.code],
    }),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
