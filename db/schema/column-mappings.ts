import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import type { ReadingChoices } from "#lib/sources/reading.ts";
import { workspaces } from "./workspaces.ts";

/** What the columns of a file meant, to be offered when one with the same headings comes again. */
export const columnMappings = sqliteTable(
  "column_mappings",
  {
    workspaceId: integer("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** SHA-256 of the headings in their order, base64url. */
    heading: text("heading").notNull(),
    mapping: text("mapping", { mode: "json" }).$type<ColumnMapping>().notNull(),
    /** Zone of times that state none. */
    zone: text("zone").notNull(),
    choices: text("choices", { mode: "json" }).$type<ReadingChoices>().notNull(),
    /** UTC milliseconds. */
    savedAt: integer("saved_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.heading] })],
);
