import { sql } from "drizzle-orm";
import {
  foreignKey,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { EventKind, EventMark, Mode, RatingRole, SeedKind } from "#lib/domain/event.ts";
import { campaigns } from "./campaigns.ts";
import { imports } from "./imports.ts";

/**
 * The truth: every accepted event. All that is derived can be dropped and made again from it. Of the records of one
 * event one is kept, whatever the order in which they come (METRICS §0); one more may lend it the parent that it does
 * not state; those that would take their places when an import is undone stay beside them.
 */
export const journal = sqliteTable(
  "journal",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    seq: integer("seq").notNull(),
    eventId: text("event_id").notNull(),
    /**
     * A number, whatever its type here, and read by SQL alone. 0: the record that is kept; 1: the one that lends it its
     * parent; from 2 on another, by a number that its content gives it.
     */
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
    label: text("label").$type<EventMark>(),
    source: text("source").notNull(),
    importId: integer("import_id"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.seq] }),
    // An event counts once, whatever the number of its deliveries: a share by its code, any other by its id.
    uniqueIndex("journal_share")
      .on(table.workspaceId, table.campaignId, table.code, table.amends)
      .where(sql`kind = 'share' AND label IS NULL`),
    uniqueIndex("journal_event")
      .on(table.workspaceId, table.campaignId, table.eventId, table.amends)
      .where(sql`kind <> 'share' OR label IS NOT NULL`),
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
