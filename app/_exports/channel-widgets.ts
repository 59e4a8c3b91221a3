import { analyse } from "#app/_server/analyse.ts";
import { sortBoard } from "#lib/answers/channels/sort-board.ts";
import type { ArmComparison } from "#lib/answers/compare/arm-comparison.ts";
import { clockInstant } from "#lib/time/clock-instant.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";
import { estimateCells } from "./estimate-cells.ts";
import { estimateColumns } from "./estimate-columns.ts";
import type { Cell, ExportContext, Widget } from "./widget.ts";

const ARM_COLUMNS = {
  arm: "Channel or variant of the cascades' seeds",
  cascades: "Cascades with a share that is no seed",
  shares: "Shares that are no seed",
  children: "Their children within the horizon",
  ...estimateColumns("k", "Children per share, corrected for age, cascades as clusters"),
};

async function boardOf({ scope, campaign, question }: ExportContext) {
  return (await analyse(scope, "channels", { ...question, before: null, spend: campaign.spend })).now;
}

/** Files of the Channels page. */
export const CHANNEL_WIDGETS = {
  channels: {
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
      ...estimateColumns("cycle_time_ms", "Median time to the next share, milliseconds"),
      ...estimateColumns("cost_per_person", "Spend per person in the cascades of paid seeds there"),
    },
    async rows(context) {
      const { rows } = sortBoard((await boardOf(context)).rows, context.search.get("sort"));
      return rows.map((row) => [
        ...[row.channel, row.people, row.shareOfReach, row.shares, row.sharers, row.visits],
        ...[row.conversions, row.value, row.children],
        ...estimateCells(row.shareRate),
        ...estimateCells(row.conversionRate),
        ...estimateCells(row.k),
        ...estimateCells(row.cycleTime),
        ...estimateCells(row.costPerPerson),
      ]);
    },
  },
  "channel-people": {
    columns: { channel: "Channel of the shares", people: "People whom a share there reached first" },
    async rows(context) {
      const { rows } = await boardOf(context);
      return rows
        .toSorted((a, b) => b.people - a.people)
        .map(({ channel, people }): Cell[] => [channel, people]);
    },
  },
  "channel-trends": {
    columns: {
      time: "Start of the step, ISO 8601 with the zone's offset",
      channel: "Channel of the shares",
      shares: "Shares made there in the step",
    },
    async rows(context) {
      const { zone } = context.question;
      const { rows, clocks } = await boardOf(context);
      return clocks.flatMap((clock, step) =>
        rows.map(({ channel, trend }): Cell[] => [
          ...[isoInZone(clockInstant(clock, zone), zone), channel, trend[step] ?? 0],
        ]),
      );
    },
  },
  "channel-jumps": {
    columns: {
      brought_by: "Channel of the share that brought the person",
      shared_on: "Channel that the person shared on",
      shares: "Such shares",
    },
    async rows(context) {
      const { rows, jumps } = await boardOf(context);
      return rows.flatMap((from, i) =>
        rows.map((into, j): Cell[] => [from.channel, into.channel, jumps[i]?.[j] ?? 0]),
      );
    },
  },
  "compare-by-channel": {
    columns: ARM_COLUMNS,
    rows: async ({ scope, question }) => armRows((await analyse(scope, "comparison", question)).channels),
  },
  "compare-by-variant": {
    columns: ARM_COLUMNS,
    rows: async ({ scope, question }) => armRows((await analyse(scope, "comparison", question)).variants),
  },
} as const satisfies Readonly<Record<string, Widget>>;

function armRows({ arms }: ArmComparison): Cell[][] {
  return arms.map(({ name, cascades, shares, children, k }) => [
    ...[name, cascades, shares, children],
    ...estimateCells(k),
  ]);
}
