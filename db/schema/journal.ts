import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { EventKind, EventLabel, Mode, RatingRole, SeedKind } from "#lib/domain/event.ts";
import { campaigns } from "./campaigns.ts";
import { imports } from "./imports.ts";

/**
 * The truth: every accepted event, append-only. All that is derived can be dropped and made again from it.
 * A repeated event is not stored, but when it brings the parent that the first record lacked, it is kept as
 * an amendment beside that record.
 */
export const journal = sqliteTable(
  "journal",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    seq: integer("seq").notNull(),
    eventId: text("event_id").notNull(),
    amends: integer("amends", { mode: "boolean" }).notNull().default(false),
    kind: text("kind").$type<EventKind>().notNull(),
    person: text("person").notNull(),
    via: text("via"),
    arrives: integer("arrives", { mode: "boolean" }).notNull().default(false),
    code: text("code"),
    channel: text("channel"),
    mode: text("mode").$type<Mode>(),
    seedKind: text("seed_kind").$type<SeedKind>(),
    variant: text("variant"),
    occurredAt: integer("occurred_at").notNull(),
    receivedAt: integer("received_at").notNull(),
    /** Millionths of the currency's unit: sums of integers do not depend on their order. */
    valueMicros: integer("value_micros"),
    currency: text("currency"),
    role: text("role").$type<RatingRole>(),
    score: real("score"),
    attributes: text("attributes", { mode: "json" }).$type<Record<string, string>>(),
    verified: integer("verified", { mode: "boolean" }).notNull().default(true),
    label: text("label").$type<EventLabel>(),
    source: text("source").notNull(),
    importId: integer("import_id"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.seq] }),
    // An event counts once, whatever the number of its deliveries.
    uniqueIndex("journal_event").on(table.workspaceId, table.campaignId, table.eventId, table.amends),
    // Codes that the index above does not know; none in a repost log, so that it costs nothing there.
    index("journal_code").on(table.workspaceId, table.campaignId, table.code).where(sql`code <> event_id`),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.workspaceId, table.campaignId, table.importId],
      foreignColumns: [imports.workspaceId, imports.campaignId, imports.id],
    }),
  ],
);
