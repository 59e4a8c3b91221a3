import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { reportLinks } from "./report-links.ts";

/** How often a report was opened, by day and kind of browser: no address, no full user agent. */
export const reportOpens = sqliteTable(
  "report_opens",
  {
    workspaceId: integer("workspace_id").notNull(),
    reportId: integer("report_id").notNull(),
    /** YYYY-MM-DD in the workspace's zone. */
    day: text("day").notNull(),
    browser: text("browser").notNull(),
    count: integer("count").notNull(),
    lastAt: integer("last_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.reportId, table.day, table.browser] }),
    foreignKey({
      columns: [table.workspaceId, table.reportId],
      foreignColumns: [reportLinks.workspaceId, reportLinks.id],
    }).onDelete("cascade"),
  ],
);
