import { createElement, type ReactElement } from "react";
import { ChannelBars } from "#components/charts/channel-bars.tsx";
import { CohortChart } from "#components/charts/cohort-chart.tsx";
import { ForecastChart } from "#components/charts/forecast-chart.tsx";
import { FunnelChart } from "#components/charts/funnel-chart.tsx";
import { GrowthChart } from "#components/charts/growth-chart.tsx";
import { LagHistogram } from "#components/charts/lag-histogram.tsx";
import { LiveChart } from "#components/charts/live-chart.tsx";
import { OverviewChart } from "#components/charts/overview-chart.tsx";
import { RtChart } from "#components/charts/rt-chart.tsx";
import { ScoreChart } from "#components/charts/score-chart.tsx";
import { SharesChart } from "#components/charts/shares-chart.tsx";
import { TailChart } from "#components/charts/tail-chart.tsx";
import { ChannelTrends } from "#components/dashboards/channel-trends.tsx";
import { channelPeopleTable, channelTrendsTable } from "#lib/answers/channels/table.ts";
import { compareGrowthTable } from "#lib/answers/compare/table.ts";
import { forecastTable } from "#lib/answers/forecast/table.ts";
import { funnelTable } from "#lib/answers/funnel/table.ts";
import { liveMinutesTable } from "#lib/answers/live/table.ts";
import { sharesTable } from "#lib/answers/overview/table.ts";
import { ANSWERS } from "#lib/answers/registry.ts";
import { reportSharesTable } from "#lib/answers/report/shares-table.ts";
import { cycleTimeTable, kCohortsTable, offspringTable, rtTable } from "#lib/answers/spread/table.ts";
import type { CohortRow } from "#lib/answers/spread/viral-coefficient.ts";
import { type NamedCells, namedRows, type Table } from "#lib/answers/table.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import { valueReceiverTable, valueSenderTable } from "#lib/answers/value/table.ts";
import { DAY } from "#lib/time/lengths.ts";

const { own, past } = simulatedCampaigns();
const READ = readerOfLog([own, past]);
const ASKED = questionTo(own, "period=7d&vs=previous&by=day&a=campaign-1&b=campaign-2", NOW);
export const { zone: ZONE } = ASKED;

/** A chart that has a table twin, with its card's table. */
export interface DrawnChart {
  readonly table: Pick<Table<never>, "rows">;
  /** The rows of the table of the whole answer. */
  rows(): NamedCells[];
  chart(): ReactElement;
}

const overview = ANSWERS.overview(READ, ASKED);
const alone = { ...overview, before: null };
const report = ANSWERS["report-overview"](READ, ASKED);
const channels = ANSWERS.channels(READ, ASKED);
const known = ANSWERS["viral-coefficient"](READ, ASKED);
const spread = { ...known, cohorts: [...known.cohorts, emptyCohort(NOW)] };
const forecast = ANSWERS.forecast(READ, ASKED);
const compare = ANSWERS.compare(READ, ASKED);
const funnel = ANSWERS.funnel(READ, ASKED);
const value = ANSWERS.value(READ, ASKED);
const live = {
  ...{ minute: NOW, people: 2, events: [] },
  minutes: [
    { visits: 5, shares: 1, conversions: 0 },
    { visits: 1234, shares: 2, conversions: 3 },
  ],
};
const noted = { zone: ZONE, notes: [] };

/** Every chart with a twin, by the widget of its card; one beside nothing to compare with, too. */
export const DRAWN_CHARTS = {
  shares: drawn(sharesTable, overview, () =>
    createElement(OverviewChart, { ...overview, grain: "day", ...noted }),
  ),
  "shares-alone": drawn(sharesTable, alone, () =>
    createElement(OverviewChart, { ...alone, grain: "day", ...noted }),
  ),
  "report-shares": drawn(reportSharesTable, report, () =>
    createElement(SharesChart, { steps: report.steps, grain: "day", zone: ZONE }),
  ),
  "channel-people": drawn(channelPeopleTable, channels, () =>
    createElement(ChannelBars, { channels: channels.rows }),
  ),
  "channel-trends": drawn(channelTrendsTable, channels, () =>
    createElement(ChannelTrends, {
      ...{ channels: channels.rows, steps: channels.steps, zone: ZONE },
      grain: "day",
    }),
  ),
  rt: drawn(rtTable, spread, () =>
    createElement(RtChart, { points: spread.rt, within: spread.rtWithin, later: 0, ...noted }),
  ),
  "k-cohorts": drawn(kCohortsTable, spread, () => createElement(CohortChart, { ...spread, ...noted })),
  "cycle-time": drawn(cycleTimeTable, spread, () => createElement(LagHistogram, { cycle: spread.cycle })),
  offspring: drawn(offspringTable, spread, () => createElement(TailChart, { tail: spread.offspring.tail })),
  forecast: drawn(forecastTable, forecast, () =>
    createElement(ForecastChart, { forecast, goal: null, ...noted }),
  ),
  "compare-growth": drawn(compareGrowthTable, compare, () =>
    createElement(GrowthChart, { data: compare.comparison, names: ["A", "B"] }),
  ),
  funnel: drawn(funnelTable, funnel, () => createElement(FunnelChart, { stages: funnel.stages, note: "" })),
  "value-sender": drawn(valueSenderTable, value, () =>
    createElement(ScoreChart, { figures: namedRows(valueSenderTable, value), label: "" }),
  ),
  "value-receiver": drawn(valueReceiverTable, value, () =>
    createElement(ScoreChart, { figures: namedRows(valueReceiverTable, value), label: "" }),
  ),
  "live-minutes": drawn(liveMinutesTable, live, () => createElement(LiveChart, { view: live, zone: ZONE })),
} satisfies Readonly<Record<string, DrawnChart>>;

function emptyCohort(from: number): CohortRow {
  const counts = { shares: 0, children: 0, effective: 0, naive: null };
  return { from, to: from + DAY, ...counts, corrected: { value: null, why: "empty" }, isImmature: true };
}

function drawn<A>(table: Table<A>, answer: A, chart: () => ReactElement): DrawnChart {
  return { table, rows: () => namedRows(table, answer, ASKED), chart };
}
