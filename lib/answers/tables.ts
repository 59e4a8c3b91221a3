import type { CascadeRow } from "#lib/cascade/cascade-row.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import { ATTRIBUTES } from "#lib/domain/event.ts";
import type { IntakeReport } from "#lib/domain/intake-report.ts";
import type { ListedLink } from "#lib/domain/link.ts";
import type { ListedReport } from "#lib/domain/listed-report.ts";
import type { LiveView } from "#lib/domain/live.ts";
import type { ImportRecord } from "#lib/sources/import-record.ts";
import {
  armPlanTable,
  armSplitTable,
  armsByChannelTable,
  armsByVariantTable,
  pairsByChannelTable,
  pairsByVariantTable,
} from "./arms/table.ts";
import { audienceTable } from "./audience/table.ts";
import { cascadesTable } from "./cascades/table.ts";
import {
  channelJumpsTable,
  channelPeopleTable,
  channelsTable,
  channelTrendsTable,
} from "./channels/table.ts";
import { cohortsTable } from "./cohorts/table.ts";
import {
  compareArmsTable,
  compareChannelsTable,
  compareGrowthTable,
  comparePairsTable,
  compareTable,
} from "./compare/table.ts";
import { forecastCascadesTable, forecastScoresTable, forecastTable } from "./forecast/table.ts";
import { funnelChannelsTable, funnelTable } from "./funnel/table.ts";
import { importsTable } from "./imports/table.ts";
import { integrityTable } from "./integrity/table.ts";
import { linksTable } from "./links/table.ts";
import { liveEventsTable, liveMinutesTable } from "./live/table.ts";
import { moneyTable } from "./money/table.ts";
import { notesTable } from "./notes/table.ts";
import { numbersTable } from "./numbers/table.ts";
import { overviewTable, sharesTable } from "./overview/table.ts";
import { personAssistsTable, personEventsTable, personSharesTable } from "./person/table.ts";
import { qualityLabelsTable, qualitySourcesTable, qualityTroublesTable } from "./quality/table.ts";
import type { AnswerName, AnswerOf } from "./registry.ts";
import { reportLinksTable } from "./reports/table.ts";
import { sensitivityTable } from "./sensitivity/table.ts";
import { sharersTable, sharersWithRestTable } from "./sharers/table.ts";
import {
  cycleTimeTable,
  generationsTable,
  kCohortsTable,
  kFactorsTable,
  kTable,
  modesTable,
  offspringTable,
  rtTable,
} from "./spread/table.ts";
import type { Table } from "./table.ts";
import { valueReceiverTable, valueSenderTable } from "./value/table.ts";

/** What is stored as it is, and shown as a table. */
export interface Records {
  readonly cascades: Iterable<CascadeRow>;
  readonly notes: readonly Annotation[];
  readonly links: readonly ListedLink[];
  readonly live: LiveView;
  readonly imports: readonly Omit<ImportRecord, "storedPath">[];
  readonly reports: readonly ListedReport[];
  readonly intake: IntakeReport;
}
export type RecordName = keyof Records;

/** A table with what it is made of: an answer, or records. */
export type RegisteredTable<N extends AnswerName = AnswerName, R extends RecordName = RecordName> =
  | AnsweredTable<N>
  | RecordTable<R>;

export interface AnsweredTable<N extends AnswerName = AnswerName> {
  readonly answer: N;
  readonly table: Table<AnswerOf<N>>;
}

export interface RecordTable<R extends RecordName = RecordName> {
  readonly record: R;
  readonly table: Table<Records[R]>;
}

/** The ranked list with what nobody's share earned: the page's own file. */
export const SHARERS_FILE = "sharers-with-rest";

/** Every chart and table of a campaign, by the name that its card bears; files come in this order. */
export const TABLES: ReadonlyMap<string, RegisteredTable> = new Map<string, RegisteredTable>([
  answered("overview", "overview", overviewTable),
  answered("shares", "overview", sharesTable),
  answered("money", "money", moneyTable),
  recorded("notes", "notes", notesTable),
  answered("channels", "channels", channelsTable),
  answered("channel-people", "channels", channelPeopleTable),
  answered("channel-trends", "channels", channelTrendsTable),
  answered("channel-jumps", "channels", channelJumpsTable),
  answered("compare-by-channel", "arms", armsByChannelTable),
  answered("compare-by-variant", "arms", armsByVariantTable),
  answered("compare-pairs-by-channel", "arms", pairsByChannelTable),
  answered("compare-pairs-by-variant", "arms", pairsByVariantTable),
  answered("compare-split", "arms", armSplitTable),
  answered("compare-plan", "arms", armPlanTable),
  answered("funnel", "funnel", funnelTable),
  answered("funnel-channels", "funnel", funnelChannelsTable),
  answered("value-sender", "value", valueSenderTable),
  answered("value-receiver", "value", valueReceiverTable),
  ...ATTRIBUTES.map((attribute) => answered(`audience-${attribute}`, "audience", audienceTable(attribute))),
  answered("numbers", "numbers", numbersTable),
  answered("k", "viral-coefficient", kTable),
  answered("k-factors", "viral-coefficient", kFactorsTable),
  answered("modes", "viral-coefficient", modesTable),
  answered("rt", "viral-coefficient", rtTable),
  answered("k-cohorts", "viral-coefficient", kCohortsTable),
  answered("cycle-time", "viral-coefficient", cycleTimeTable),
  answered("offspring", "viral-coefficient", offspringTable),
  answered("sensitivity", "sensitivity", sensitivityTable),
  answered("generations", "viral-coefficient", generationsTable),
  answered("cohorts", "cohorts", cohortsTable),
  answered("forecast", "forecast", forecastTable),
  answered("forecast-cascades", "forecast", forecastCascadesTable),
  answered("forecast-scores", "forecast", forecastScoresTable),
  recorded("cascades", "cascades", cascadesTable),
  answered("sharers", "sharers", sharersTable),
  answered(SHARERS_FILE, "sharers", sharersWithRestTable),
  recorded("links", "links", linksTable),
  answered("compare", "compare", compareTable),
  answered("compare-arms", "compare", compareArmsTable),
  answered("compare-pairs", "compare", comparePairsTable),
  answered("compare-growth", "compare", compareGrowthTable),
  answered("compare-channels", "compare", compareChannelsTable),
  recorded("live-minutes", "live", liveMinutesTable),
  recorded("live-events", "live", liveEventsTable),
  answered("person-shares", "person", personSharesTable),
  answered("person-assists", "person", personAssistsTable),
  answered("person-events", "person", personEventsTable),
  recorded("imports", "imports", importsTable),
  recorded("report-links", "reports", reportLinksTable),
  answered("integrity", "integrity", integrityTable),
  recorded("quality-sources", "intake", qualitySourcesTable),
  recorded("quality-troubles", "intake", qualityTroublesTable),
  recorded("quality-labels", "intake", qualityLabelsTable),
]);

// An entry pairs a table with just what it is made of; a map of them all cannot say so.
function answered<N extends AnswerName>(name: string, answer: N, table: Table<AnswerOf<N>>) {
  const entry: AnsweredTable<N> = { answer, table };
  return [name, entry as RegisteredTable] as const;
}

function recorded<R extends RecordName>(name: string, record: R, table: Table<Records[R]>) {
  const entry: RecordTable<R> = { record, table };
  return [name, entry as RegisteredTable] as const;
}
