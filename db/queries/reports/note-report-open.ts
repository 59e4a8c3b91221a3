import { sql } from "drizzle-orm";
import { reportOpens } from "#db/schema/report-opens.ts";
import { databaseOf } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { dayAt } from "#lib/time/zone-clock.ts";

/**
 * Counts openings of a report.
 * @param open.browser browser and system in two words
 * @param open.now Unix milliseconds of the last of them
 */
export function noteReportOpen(
  scope: ReportScope,
  { browser, now, times = 1 }: { browser: string; now: number; times?: number },
): void {
  const day = dayAt(now, scope.zone);
  const { workspaceId, report } = scope;
  databaseOf(scope)
    .insert(reportOpens)
    .values({ workspaceId, reportId: report.reportId, day, browser, count: times, lastAt: now })
    .onConflictDoUpdate({
      target: [reportOpens.workspaceId, reportOpens.reportId, reportOpens.day, reportOpens.browser],
      set: { count: sql`${reportOpens.count} + ${times}`, lastAt: now },
    })
    .run();
}
