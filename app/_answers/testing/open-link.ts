import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import { databaseOf, openReportScope } from "#db/scope.ts";
import { REPORT_SECTIONS, ReportLinkInput } from "#lib/access/report-link.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";

const INPUT = ReportLinkInput.parse({
  name: "report",
  notes: "",
  sections: [...REPORT_SECTIONS],
  dateMode: "free",
  fromDay: "",
  toDay: "",
  expiresOn: "",
  aliases: false,
  csv: true,
  previewCard: false,
  locale: "",
  theme: "light",
  embedOrigins: "",
});

/** Makes a report link that shows everything but what is said, and opens it. */
export function openLink(
  scope: Scope<"reports.manage">,
  more: Partial<ReportLinkInput> = {},
  campaignId = 1,
): ReportScope {
  const input = { ...INPUT, ...more };
  const token = createReportLink(scope, { campaignId, input, passwordHash: null, now: 0 });
  return openReportScope(databaseOf(scope), { token, unlock: undefined, secret: "", now: 0 });
}
