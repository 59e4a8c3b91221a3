import {
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { DryRunReport, ImportPolicy, ImportStatus } from "#lib/domain/import.ts";
import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import type { FileFormat } from "#lib/sources/detect-format.ts";
import type { FileFault } from "#lib/sources/file-fault.ts";
import type { Reading } from "#lib/sources/reading.ts";
import { campaigns } from "./campaigns.ts";

/** One file on its way into a campaign, and afterwards the record of what it brought. */
export const imports = sqliteTable(
  "imports",
  {
    workspaceId: integer("workspace_id").notNull(),
    id: integer("id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    fileName: text("file_name").notNull(),
    fileBytes: integer("file_bytes").notNull(),
    /** Where the upload lies until it is imported; null once it is gone. */
    storedPath: text("stored_path"),
    format: text("format", { mode: "json" }).$type<FileFormat>().notNull(),
    mapping: text("mapping", { mode: "json" }).$type<ColumnMapping>().notNull(),
    /** Zone of times that state none. */
    zone: text("zone").notNull(),
    /** Null: neither chosen nor surveyed, as with files from before there was a survey. */
    reading: text("reading", { mode: "json" }).$type<Reading>(),
    policy: text("policy").$type<ImportPolicy>().notNull(),
    status: text("status").$type<ImportStatus>().notNull(),
    bytesRead: integer("bytes_read").notNull().default(0),
    received: integer("received").notNull().default(0),
    accepted: integer("accepted").notNull().default(0),
    duplicate: integer("duplicate").notNull().default(0),
    quarantined: integer("quarantined").notNull().default(0),
    refused: integer("refused").notNull().default(0),
    /** Of those that were known: rows that say something else than the record of their id or code. */
    conflicts: integer("conflicts").notNull().default(0),
    report: text("report", { mode: "json" }).$type<DryRunReport>(),
    fault: text("fault", { mode: "json" }).$type<FileFault>(),
    cancelRequested: integer("cancel_requested", { mode: "boolean" }).notNull().default(false),
    createdAt: integer("created_at").notNull(),
    startedAt: integer("started_at"),
    /** When the process that runs it last gave a sign of life. */
    aliveAt: integer("alive_at"),
    finishedAt: integer("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
    // The runner looks for the next file to work on.
    index("imports_status").on(table.status, table.createdAt),
    // An event's import is one of its own campaign.
    uniqueIndex("imports_campaign").on(table.workspaceId, table.campaignId, table.id),
  ],
);
