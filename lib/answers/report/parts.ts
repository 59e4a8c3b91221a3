import type { ReportSection } from "#lib/access/report-link.ts";
import type { Table } from "#lib/answers/table.ts";
import { reportSharesTable } from "./shares-table.ts";
import {
  reportCascadesTable,
  reportChannelsTable,
  reportFunnelTable,
  reportNotesTable,
  reportOverviewTable,
} from "./table.ts";

/** What a report says of shares without their parent where a section shows K, depth or virality. */
export const REPORT_WARNING = {
  answer: "report-orphans",
  sections: ["overview", "cascades"],
} as const satisfies {
  readonly answer: string;
  readonly sections: readonly ReportSection[];
};

/** What each section of a report shows: which answer, and which table of it. Notes are read as they are. */
export const REPORT_PARTS = {
  overview: { answer: "report-overview", table: reportOverviewTable },
  shares: { answer: "report-overview", table: reportSharesTable },
  notes: { answer: null, table: reportNotesTable },
  channels: { answer: "channels", table: reportChannelsTable },
  funnel: { answer: "funnel", table: reportFunnelTable },
  cascades: { answer: "report-cascades", table: reportCascadesTable },
} as const satisfies Readonly<
  Record<ReportSection, { readonly answer: string | null; readonly table: Table<never> }>
>;
