import type { Compared } from "#lib/answers/answer.ts";
import {
  type Cell,
  estimateCells,
  estimateColumns,
  plainCells,
  type Row,
  type Table,
  type Zoned,
} from "#lib/answers/table.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import type { OverviewAnswer, OverviewFigures } from "./answer.ts";

/** The figures at the head of the Overview page. */
export const overviewTable = {
  columns: {
    period: "now: the period asked about; before: what it is compared with",
    figure:
      "Name of the figure; rates and the earned share are parts of a whole from 0 to 1, times in milliseconds",
    ...estimateColumns("value", "Its value"),
  },
  rows: ({ now, before }) => [
    ...figureRows("now", now.figures),
    ...(before === null ? [] : figureRows("before", before.figures)),
  ],
} satisfies Table<Compared<OverviewAnswer>>;

/** What the Overview's chart shows, beside the shares of what is compared. */
export interface SharesOverTime {
  readonly now: Pick<OverviewAnswer, "steps" | "people" | "completeSteps">;
  readonly before: Pick<OverviewAnswer, "steps"> | null;
}

/** The Overview's chart: shares and people by step of time. */
export const sharesTable = {
  columns: {
    time: "Start of the step, ISO 8601 with the zone's offset",
    seeds: "Shares that nobody brought",
    generation_1: "Shares of the first generation",
    generation_2: "Shares of the second generation",
    generation_3_and_later: "Shares of later generations",
    generation_unknown: "Shares whose parent is unknown, and all below them",
    people_reached: "People reached for the first time",
    complete: "0 where reports of the step are still expected, else 1",
    shares_before: "Shares in the same step of what is compared",
  },
  rows: ({ now, before }: SharesOverTime, { zone }: Zoned) =>
    now.steps.map(({ from, counts }, i) => [
      isoInZone(from, zone),
      ...counts,
      now.people[i] ?? 0,
      i < now.completeSteps ? 1 : 0,
      before?.steps[i]?.counts.reduce((sum, count) => sum + count, 0) ?? null,
    ]),
} satisfies Table<Compared<OverviewAnswer>>;

function figureRows(period: string, figures: OverviewFigures): Row[] {
  const plain = (name: string, value: number): Cell[] => [period, name, ...plainCells(value)];
  return [
    plain("people_reached", figures.people),
    [period, "share_rate", ...estimateCells(figures.shareRate)],
    [period, "k", ...estimateCells(figures.k)],
    [period, "cycle_time_ms", ...estimateCells(figures.cycleTime)],
    [period, "earned_share", ...estimateCells(figures.earnedShare)],
    [period, "conversion_rate", ...estimateCells(figures.conversionRate)],
    plain("shares", figures.shares),
    plain("seeds", figures.seeds),
    plain("visits", figures.visits),
    plain("conversions", figures.conversions),
    plain("value", figures.value),
  ];
}
