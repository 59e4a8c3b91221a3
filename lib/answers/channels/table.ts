import { estimateCells, estimateColumns, type Row, type Table, type Zoned } from "#lib/answers/table.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import type { ChannelBoard, ChannelRow } from "./answer.ts";
import { sortBoard } from "./sort-board.ts";

/** The board of channels, in the order of the page. */
export const channelsTable = {
  columns: {
    channel: "Channel of the shares",
    people: "People whom a share there reached first",
    share_of_reach: "Part of all people reached, 0 to 1",
    shares: "Shares made there",
    sharers: "Distinct people who shared there",
    visits: "Visits through those shares",
    conversions: "Conversions through those shares",
    value: "Value of those conversions in the campaign's currency",
    children: "Shares that hang on those shares",
    ...estimateColumns("share_rate", "Part of the people who shared since"),
    ...estimateColumns("conversion_rate", "Part of the people who converted"),
    ...estimateColumns("k", "Shares that each non-seed share there brings"),
    ...estimateColumns("share_rate_pooled", "The same drawn towards all channels: for ranking"),
    ...estimateColumns("conversion_rate_pooled", "The same drawn towards all channels: for ranking"),
    ...estimateColumns("k_pooled", "K drawn towards that of all channels: for ranking"),
    ...estimateColumns("cycle_time_ms", "Median time to the next share, milliseconds"),
    ...estimateColumns("cost_per_person", "Spend per person in the cascades of paid seeds there"),
  },
  rows: (board, { options }) =>
    sortBoard(board, options.sort).rows.map((row) => [
      row.channel,
      row.people,
      row.shareOfReach,
      row.shares,
      row.sharers,
      row.visits,
      row.conversions,
      row.value,
      row.children,
      ...estimateCells(row.shareRate),
      ...estimateCells(row.conversionRate),
      ...estimateCells(row.k),
      ...estimateCells(row.shareRatePooled),
      ...estimateCells(row.conversionRatePooled),
      ...estimateCells(row.kPooled),
      ...estimateCells(row.cycleTime),
      ...estimateCells(row.costPerPerson),
    ]),
} satisfies Table<ChannelBoard>;

/** Channels with some of what is known of each. */
interface Of<K extends keyof ChannelRow> {
  readonly rows: readonly Pick<ChannelRow, "channel" | K>[];
}

/** Bars of the people whom each channel reached first. */
export const channelPeopleTable = {
  columns: { channel: "Channel of the shares", people: "People whom a share there reached first" },
  rows: ({ rows }: Of<"people">) =>
    rows.toSorted((a, b) => b.people - a.people).map(({ channel, people }) => [channel, people]),
} satisfies Table<ChannelBoard>;

/** Small multiples: shares of each channel over time. */
export const channelTrendsTable = {
  columns: {
    time: "Start of the step, ISO 8601 with the zone's offset",
    channel: "Channel of the shares",
    shares: "Shares made there in the step",
  },
  rows: ({ rows, steps }: Of<"trend"> & Pick<ChannelBoard, "steps">, { zone }: Zoned) =>
    steps.flatMap(({ from }, step) =>
      rows.map(({ channel, trend }): Row => [isoInZone(from, zone), channel, trend[step] ?? 0]),
    ),
} satisfies Table<ChannelBoard>;

/** The matrix from the channel that brought somebody to the one that they chose. */
export const channelJumpsTable = {
  columns: {
    brought_by: "Channel of the share that brought the person",
    shared_on: "Channel that the person shared on",
    shares: "Such shares",
  },
  rows: ({ rows, jumps }) =>
    rows.flatMap((from, i) => rows.map((into, j): Row => [from.channel, into.channel, jumps[i]?.[j] ?? 0])),
} satisfies Table<ChannelBoard>;
