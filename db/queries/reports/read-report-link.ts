import { and, desc, eq } from "drizzle-orm";
import { reportLinks } from "#db/schema/report-links.ts";
import { reportOpens } from "#db/schema/report-opens.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportLinkInput } from "#lib/access/report-link.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ReportOpen } from "#lib/domain/report-open.ts";
import { dayAt } from "#lib/time/zone-clock.ts";

const MOST_OPENS = 30;

/** A link's settings, and its latest opens. */
export interface ReportLinkRecord extends ReportLinkInput {
  readonly hasPassword: boolean;
  readonly isRevoked: boolean;
  readonly opens: readonly ReportOpen[];
}

/** @throws NotFoundError when the campaign of this workspace has no such link */
export function readReportLink(
  scope: Scope<"reports.manage">,
  { campaignId, reportId }: { campaignId: number; reportId: number },
): ReportLinkRecord {
  const db = databaseOf(scope, campaignId);
  const ofLink = and(eq(reportLinks.workspaceId, scope.workspaceId), eq(reportLinks.id, reportId));
  const link = db
    .select()
    .from(reportLinks)
    .where(and(ofLink, eq(reportLinks.campaignId, campaignId)))
    .get();
  if (link === undefined) throw new NotFoundError("report");
  const opens = db
    .select({ day: reportOpens.day, browser: reportOpens.browser, count: reportOpens.count })
    .from(reportOpens)
    .where(and(eq(reportOpens.workspaceId, scope.workspaceId), eq(reportOpens.reportId, reportId)))
    .orderBy(desc(reportOpens.day), reportOpens.browser)
    .limit(MOST_OPENS)
    .all();
  const { name, notes, sections, dateMode, fromDay, toDay, aliases, csv, previewCard, locale, theme } = link;
  return {
    ...{ name, notes, sections, dateMode, fromDay, toDay, aliases, csv, previewCard, locale, theme, opens },
    embedOrigins: link.embedOrigins,
    expiresOn: link.expiresAt === null ? null : dayAt(link.expiresAt - 1, scope.zone),
    hasPassword: link.passwordHash !== null,
    isRevoked: link.revokedAt !== null,
  };
}
