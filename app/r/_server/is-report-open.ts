import type { IntisharDatabase } from "#db/open-database.ts";
import { openReportScope } from "#db/scope.ts";
import { LockedError, NotFoundError } from "#lib/access/errors.ts";

/** What somebody shows to be given a report. */
export type ReportHolder = Parameters<typeof openReportScope>[1];

/** Whether somebody would be given a report: its link stands, and its password was given if it has one. */
export function isReportOpen(db: IntisharDatabase, holder: ReportHolder): boolean {
  try {
    openReportScope(db, holder);
    return true;
  } catch (error) {
    if (error instanceof LockedError || error instanceof NotFoundError) return false;
    throw error;
  }
}
