import { foreignKey, index, integer, primaryKey, sqliteTable } from "drizzle-orm/sqlite-core";
import { imports } from "./imports.ts";
import { journal } from "./journal.ts";

/**
 * Imports that brought an event which another had brought before. When that one is undone, the event stays and is
 * theirs.
 */
export const journalClaims = sqliteTable(
  "journal_claims",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    seq: integer("seq").notNull(),
    importId: integer("import_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.campaignId, table.seq, table.importId] }),
    // An import that is undone claims nothing any more.
    index("journal_claims_import").on(table.workspaceId, table.campaignId, table.importId),
    foreignKey({
      columns: [table.workspaceId, table.campaignId, table.seq],
      foreignColumns: [journal.workspaceId, journal.campaignId, journal.seq],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.workspaceId, table.campaignId, table.importId],
      foreignColumns: [imports.workspaceId, imports.campaignId, imports.id],
    }).onDelete("cascade"),
  ],
);
