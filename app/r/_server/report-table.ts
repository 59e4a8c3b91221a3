import { bindReportAsk } from "#app/_answers/ask.ts";
import { readLife } from "#db/queries/campaigns/read-life.ts";
import { listReportNotes } from "#db/queries/reports/list-report-notes.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportSection } from "#lib/access/report-link.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { REPORT_PARTS } from "#lib/answers/report/parts.ts";
import { reportQuestion } from "#lib/answers/report/question.ts";
import type { Row } from "#lib/answers/table.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";

/**
 * A section of a report as a table: what the screen shows of it.
 * @throws NotFoundError when the link shows no such section or days, or allows no files
 */
export async function reportTable(
  scope: ReportScope,
  section: ReportSection,
  request: ReportRequest,
): Promise<{ keys: string[]; rows: Iterable<Row> }> {
  const { report, zone } = scope;
  const now = Date.now();
  const life = readLife(scope, { campaignId: report.campaignId });
  const bounded = reportQuestion(report, request, { now, zone, life });
  if (!report.csv || !report.sections.includes(section) || bounded === null)
    throw new NotFoundError("report");
  const ask = bindReportAsk(scope, request, now);
  const { question } = bounded;
  const { table } = REPORT_PARTS[section];
  return { keys: Object.keys(table.columns), rows: await rowsOf() };

  async function rowsOf(): Promise<Iterable<Row>> {
    if (section === "overview" || section === "shares")
      return REPORT_PARTS[section].table.rows(await ask("report-overview"), question);
    if (section === "channels") return REPORT_PARTS.channels.table.rows(await ask("channels"), question);
    if (section === "funnel") return REPORT_PARTS.funnel.table.rows(await ask("funnel"), question);
    if (section === "cascades")
      return REPORT_PARTS.cascades.table.rows((await ask("report-cascades")).rows, question);
    return REPORT_PARTS.notes.table.rows(listReportNotes(scope, request), question);
  }
}
