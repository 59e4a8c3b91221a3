import { channelsTable } from "#lib/answers/channels/table.ts";
import { funnelTable } from "#lib/answers/funnel/table.ts";
import { notesTable } from "#lib/answers/notes/table.ts";
import { columnsOf, estimateCells, estimateColumns, type Table } from "#lib/answers/table.ts";
import type { ReportCascade } from "#lib/domain/report-figures.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import type { ReportOverview } from "./answer.ts";

/** The figures at the head of a report. */
export const reportOverviewTable = {
  columns: {
    figure: "Name of the figure",
    value: "Its value",
    low_95: "Lower end of its 95 % interval",
    high_95: "Upper end of its 95 % interval",
    within_ms: estimateColumns("value", "").value_within_ms,
  },
  rows({ people, shares, seeds, k, shape }) {
    const plain = (name: string, value: number | null) => [name, value, null, null, null];
    const [value, low, high, , within] = estimateCells(k);
    return [
      plain("people_reached", people),
      plain("shares", shares),
      plain("seeds", seeds),
      ["k", value, low, high, within],
      plain("greatest_depth", shape.depth),
      plain("structural_virality_median", shape.medianVirality),
    ];
  },
} satisfies Table<ReportOverview>;

export const reportNotesTable = notesTable;

/** What a client sees of the channels: neither rates nor prices. */
export const reportChannelsTable = columnsOf(channelsTable, [
  "channel",
  "shares",
  "sharers",
  "visits",
  "conversions",
  "value",
  "children",
]);

export const reportFunnelTable = columnsOf(funnelTable, ["stage", "covered", "events"]);

/** The largest cascades; under aliases without the codes of their shares. */
export const reportCascadesTable = {
  columns: {
    root: "Code of the share at the top; empty under aliases",
    person: "Who began it, or a made-up name; empty while the server cannot work that out",
    channel: "Channel of the seed",
    size: "Shares",
    sharers: "Distinct people who shared",
    depth: "Steps from the top to the farthest share",
    structural_virality: "Mean distance between two shares",
    started_at: "ISO 8601 with the zone's offset",
    last_at: "Time of the last share",
  },
  rows: (cascades, { zone }) =>
    cascades.map((row) => [
      row.root,
      row.person,
      row.channel,
      row.size,
      row.sharers,
      row.depth,
      row.structuralVirality,
      isoInZone(row.startedAt, zone),
      isoInZone(row.lastAt, zone),
    ]),
} satisfies Table<readonly ReportCascade[]>;
