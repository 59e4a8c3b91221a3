import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import { imports } from "./imports.ts";

/** Rows that could not become events, with the reason and what they said (capped). */
export const quarantine = sqliteTable(
  "quarantine",
  {
    workspaceId: integer("workspace_id").notNull(),
    importId: integer("import_id").notNull(),
    /** Row of the file, the header not counted. */
    row: integer("row").notNull(),
    line: integer("line").notNull(),
    field: text("field").notNull(),
    reason: text("reason").$type<EventFaultReason>().notNull(),
    raw: text("raw").notNull(),
    receivedAt: integer("received_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.importId, table.row] }),
    foreignKey({
      columns: [table.workspaceId, table.importId],
      foreignColumns: [imports.workspaceId, imports.id],
    }).onDelete("cascade"),
  ],
);
