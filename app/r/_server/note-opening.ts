import { currentDatabase } from "#db/connection.ts";
import { noteReportOpen } from "#db/queries/reports/note-report-open.ts";
import { writeLater } from "#db/write-later.ts";
import { browserLabel } from "#lib/access/browser-label.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";

/** Counts an opening of a report, without making its reader wait for the disk or for somebody who writes. */
export function noteOpening(scope: ReportScope, userAgent: string | null): void {
  const browser = browserLabel(userAgent ?? "");
  const now = Date.now();
  writeLater(currentDatabase(), `opened ${scope.workspaceId} ${scope.report.reportId} ${browser}`, (times) =>
    noteReportOpen(scope, { browser, now, times }),
  );
}
