import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { BackupFault } from "#lib/domain/backup.ts";

/** One row: when the server backs the installation up, and how it went. Times are UTC milliseconds. */
export const backupPlan = sqliteTable(
  "backup_plan",
  {
    id: integer("id").primaryKey(),
    /** 0: only when it is asked for. */
    everyHours: integer("every_hours").notNull().default(0),
    /** How many of the newest stay. */
    keep: integer("keep").notNull().default(14),
    /** Owners are warned when the newest is older; 0: never. */
    alarmHours: integer("alarm_hours").notNull().default(0),
    /** Since when it is so. */
    setAt: integer("set_at").notNull(),
    /** When somebody asked for one that has not begun yet. */
    requestedAt: integer("requested_at"),
    /** When the one under way began. */
    startedAt: integer("started_at"),
    /** When the last one failed, unless one went well since. */
    failedAt: integer("failed_at"),
    fault: text("fault").$type<BackupFault>(),
  },
  (table) => [check("backup_plan_one_row", sql`${table.id} = 1`)],
);
