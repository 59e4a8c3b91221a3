import { sql } from "drizzle-orm";
import { reportOpens } from "#db/schema/report-opens.ts";
import { databaseOf } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { dayAt } from "#lib/time/zone-clock.ts";

/**
 * Counts one opening of a report.
 * @param open.browser browser and system in two words
 * @param open.now Unix milliseconds
 */
export function noteReportOpen(scope: ReportScope, { browser, now }: { browser: string; now: number }): void {
  const day = dayAt(now, scope.zone);
  const { workspaceId, report } = scope;
  databaseOf(scope)
    .insert(reportOpens)
    .values({ workspaceId, reportId: report.reportId, day, browser, count: 1, lastAt: now })
    .onConflictDoUpdate({
      target: [reportOpens.workspaceId, reportOpens.reportId, reportOpens.day, reportOpens.browser],
      set: { count: sql`${reportOpens.count} + 1`, lastAt: now },
    })
    .run();
}
