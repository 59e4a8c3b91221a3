import { countReportStages } from "#db/queries/reports/count-report-stages.ts";
import { listReportCascades } from "#db/queries/reports/list-report-cascades.ts";
import { listReportNotes } from "#db/queries/reports/list-report-notes.ts";
import { readReportChannels } from "#db/queries/reports/read-report-channels.ts";
import { readReportOverview } from "#db/queries/reports/read-report-overview.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportSection } from "#lib/access/report-link.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { REPORT_STAGES, type ReportRequest } from "#lib/domain/report-figures.ts";
import { csvCell } from "#lib/format/csv-cell.ts";
import { clockInstant } from "#lib/time/clock-instant.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";
import { reportSeries } from "./report-series.ts";

type Cells = readonly (string | number)[];
type Rows = (scope: ReportScope, request: ReportRequest) => Cells[];

// Spreadsheets take a file without it for the encoding of the country.
const BYTE_ORDER_MARK = "\uFEFF";
const STEP_LENGTH = { month: 7, week: 10, day: 10 } as const;

const ROWS: Readonly<Record<ReportSection, Rows>> = {
  overview: overviewRows,
  shares: sharesRows,
  notes: noteRows,
  channels: channelRows,
  funnel: stageRows,
  cascades: cascadeRows,
};

/**
 * A section of a report as CSV: the rows of the screen, header first, CRLF.
 * @throws NotFoundError when the link shows no such section or days, or allows no files
 */
export function reportCsv(scope: ReportScope, section: ReportSection, request: ReportRequest): string {
  if (!scope.report.csv) throw new NotFoundError("report");
  const lines = ROWS[section](scope, request).map((cells) => `${cells.map(csvCell).join(",")}\r\n`);
  return `${BYTE_ORDER_MARK}${lines.join("")}`;
}

function overviewRows(scope: ReportScope, request: ReportRequest): Cells[] {
  const { reach, shares, seeds, k, depth, medianVirality } = readReportOverview(scope, request);
  const range = k.value === null ? ["", ""] : [k.low ?? "", k.high ?? ""];
  return [
    ["figure", "value", "low_95", "high_95"],
    ["reach", reach, "", ""],
    ["shares", shares, "", ""],
    ["seeds", seeds, "", ""],
    ["k_so_far", k.value ?? "", ...range],
    ["greatest_depth", depth ?? "", "", ""],
    ["structural_virality_median", medianVirality ?? "", "", ""],
  ];
}

function sharesRows(scope: ReportScope, request: ReportRequest): Cells[] {
  const series = reportSeries(scope, request);
  const timeOf = (clock: number) => {
    if (series === null || series.grain === "hour")
      return isoInZone(clockInstant(clock, scope.zone), scope.zone);
    return new Date(clock).toISOString().slice(0, STEP_LENGTH[series.grain]);
  };
  const head = ["time", "cascade_starts", "generation_1", "generation_2", "generation_3_and_later"];
  return [head, ...(series?.steps ?? []).map(({ clock, counts }) => [timeOf(clock), ...counts])];
}

function noteRows(scope: ReportScope, request: ReportRequest): Cells[] {
  const rows = listReportNotes(scope, request);
  return [
    ["time", "kind", "text"],
    ...rows.map(({ at, kind, text }) => [isoInZone(at, scope.zone), kind, text]),
  ];
}

function stageRows(scope: ReportScope, request: ReportRequest): Cells[] {
  const stages = countReportStages(scope, request);
  return [["stage", "events"], ...REPORT_STAGES.map((stage) => [stage, stages[stage]])];
}

function channelRows(scope: ReportScope, request: ReportRequest): Cells[] {
  const rows = readReportChannels(scope, request);
  return [
    ["channel", "shares", "sharers", "visits", "conversions", "value", "children"],
    ...rows.map((row) => [
      ...[row.channel, row.shares, row.sharers, row.visits, row.conversions, row.value, row.children],
    ]),
  ];
}

function cascadeRows(scope: ReportScope, request: ReportRequest): Cells[] {
  const head = [
    "person",
    "channel",
    "size",
    "reach",
    "depth",
    "structural_virality",
    "started_at",
    "last_at",
  ];
  const isNamed = !scope.report.aliases;
  const rows = listReportCascades(scope, request).rows.map((row) => [
    ...(isNamed ? [row.root ?? ""] : []),
    ...[row.person, row.channel, row.size, row.reach, row.depth, row.structuralVirality ?? ""],
    ...[isoInZone(row.startedAt, scope.zone), isoInZone(row.lastAt, scope.zone)],
  ]);
  return [isNamed ? ["root", ...head] : head, ...rows];
}
