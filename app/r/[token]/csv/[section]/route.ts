import { csvDialectOf } from "#app/_files/csv-dialect-of.ts";
import { csvResponse } from "#app/_files/csv-response.ts";
import { openReport, reportAccess } from "#app/r/_server/open-report.ts";
import { reportRequest } from "#app/r/_server/report-request.ts";
import { reportTable } from "#app/r/_server/report-table.ts";
import { readReport } from "#db/queries/reports/read-report.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { REPORT_SECTIONS } from "#lib/access/report-link.ts";
import { csvPieces } from "#lib/format/csv.ts";
import { fileNamePart } from "#lib/format/file-name-part.ts";

interface CsvContext {
  readonly params: Promise<{ token: string; section: string }>;
}

/** A section of a report as a file; one 404 for all that the link does not give. */
export async function GET(request: Request, { params }: CsvContext): Promise<Response> {
  const { token, section: name } = await params;
  const { searchParams } = new URL(request.url);
  const asked = reportRequest({ from: searchParams.get("from"), to: searchParams.get("to") });
  const scope = await openReport(token);
  const section = REPORT_SECTIONS.find((known) => known === name);
  if (scope === null || section === undefined) return new Response(null, { status: 404 });
  try {
    const { campaign, window } = readReport(scope, asked);
    const parts = [fileNamePart(campaign), section, window.fromDay ?? "start", window.toDay ?? "end"];
    const dialect = csvDialectOf(request);
    const { keys, rows } = await reportTable(scope, section, asked);
    return csvResponse(`intishar_${parts.join("_")}`, keys, csvPieces(rows, dialect), {
      dialect,
      isAllowed: await reportAccess(token),
    });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
