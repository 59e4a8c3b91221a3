"use client";

import { Bar, CartesianGrid, ComposedChart, Line, ReferenceArea, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { useQuery } from "#components/query/use-query.ts";
import { type SharesOverTime, sharesTable } from "#lib/answers/overview/table.ts";
import { figureOf, namedRows, type RowOf } from "#lib/answers/table.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { periodOfStep } from "#lib/query/period-of-step.ts";
import { BASE_AXIS_PROPS, plotMargin, valueAxisProps } from "./axis-props.ts";
import { clockOf, figureText } from "./cell-text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { ChartGrain } from "./chart-grain.ts";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { drawnText } from "./drawn-text.ts";
import { Legend } from "./legend.tsx";
import { noteLines } from "./note-lines.tsx";
import { Plot } from "./plot.tsx";
import { stepLabel } from "./step-label.ts";
import { TableTwin, type TwinColumn } from "./table-twin.tsx";
import { valueTicks } from "./value-ticks.ts";

/** Seeds are grey, planted rather than won; neighbours differ in hue and in lightness. */
const BANDS = [
  { key: "seeds", column: "seeds", ink: "text-slate-500", swatch: "bg-slate-500" },
  { key: "first", column: "generation_1", ink: "text-sky-500", swatch: "bg-sky-500" },
  { key: "second", column: "generation_2", ink: "text-indigo-500", swatch: "bg-indigo-500" },
  { key: "later", column: "generation_3_and_later", ink: "text-teal-500", swatch: "bg-teal-500" },
  { key: "unknown", column: "generation_unknown", ink: "text-fuchsia-300", swatch: "bg-fuchsia-300" },
] as const;

type ShareCells = RowOf<typeof sharesTable>;

/** `before` is what is compared, step by step from its own start; null where nothing is. */
interface OverviewChartProps extends SharesOverTime {
  readonly grain: ChartGrain;
  readonly zone: string;
  /** Notes of the period by the step in which they lie, numbered from 1. */
  readonly notes: readonly (Annotation & { readonly step: number })[];
}

/** Shares per step of time, stacked by generation, with what it is compared with and the team's notes. */
export function OverviewChart(props: OverviewChartProps) {
  const { now, before, grain, zone, notes } = props;
  const { locale, t } = useLanguage();
  const { query, ask } = useQuery();
  const late = now.steps.length - now.completeSteps;
  const bands = BANDS.filter(
    ({ key }, band) => key !== "unknown" || now.steps.some(({ counts }) => (counts[band] ?? 0) > 0),
  );
  const figureColumn = (column: keyof ShareCells, title: string): TwinColumn<ShareCells> => ({
    title,
    cell: (row) => figureText(row[column], (count) => formatNumber(count, locale), t),
  });
  const columns: TwinColumn<ShareCells>[] = [
    { title: t("campaigns.chart.time"), cell: ({ time }) => stepLabel(clockOf(time), grain, locale) },
    ...bands.map(({ key, column }) => figureColumn(column, t(`campaigns.chart.${key}`))),
    figureColumn("people_reached", t("overview.chart.people")),
    ...(late === 0
      ? []
      : [
          {
            title: t("overview.chart.reports"),
            cell: ({ complete }: ShareCells) => t(`overview.chart.reports.${complete === 0 ? "late" : "in"}`),
          },
        ]),
    ...(before === null ? [] : [figureColumn("shares_before", t("overview.chart.before"))]),
  ];
  const rows = namedRows(sharesTable, { now, before }, { zone });
  const points = now.steps.map(({ clock, counts }, i) => ({
    time: stepLabel(clock, grain, locale),
    ...Object.fromEntries(bands.map(({ key }, band) => [key, counts[band] ?? 0])),
    before: figureOf(rows[i]?.shares_before ?? null),
    row: rows[i],
  }));
  const legend = bands.map(({ key, swatch }) => ({ label: t(`campaigns.chart.${key}`), swatch }));
  const dashed = { label: t("overview.chart.before"), swatch: "!h-0.5 !w-4 bg-amber-600 dark:bg-amber-400" };
  return (
    <ChartFrame
      widget="shares"
      title={t("campaigns.chart.title")}
      definition={t("overview.people.definition")}
      note={t(`campaigns.chart.by.${grain}`, { zone: t("common.zone", { zone }) })}
    >
      <Legend items={before === null ? legend : [...legend, dashed]} />
      <SharesPlot
        {...{ points, columns, notes, late }}
        hasBefore={before !== null}
        choose={(step) => {
          const clock = now.steps[step]?.clock;
          if (clock !== undefined) ask({ ...query, period: periodOfStep(clock, grain) });
        }}
      />
      {late === 0 ? null : (
        <p className="mt-2 text-xs text-slate-600 dark:text-slate-400">
          {t("overview.chart.late", { count: late })}
        </p>
      )}
      <TableTwin summary={t("metrics.table")} columns={columns} rows={rows} />
    </ChartFrame>
  );
}

function SharesPlot(props: {
  points: readonly {
    readonly time: string;
    readonly before: number | null;
    readonly row: ShareCells | undefined;
  }[];
  columns: readonly TwinColumn<ShareCells>[];
  notes: OverviewChartProps["notes"];
  hasBefore: boolean;
  /** Steps at the end whose reports are not all in. */
  late: number;
  /** Narrows the page to a step that was pressed. */
  choose: (step: number) => void;
}) {
  const { points, columns, notes, hasBefore, late, choose } = props;
  const { locale, t } = useLanguage();
  // Two hours that a clock shows twice have one label; a place of its own keeps them apart.
  const data = points.map((point, place) => ({ ...point, place }));
  const totals = points.map(({ row }) =>
    BANDS.reduce((sum, { column }) => sum + (figureOf(row?.[column] ?? null) ?? 0), 0),
  );
  const top = valueTicks(Math.max(1, ...totals, ...data.map(({ before }) => before ?? 0))).at(-1) ?? 1;
  return (
    <Plot label={t("campaigns.chart.title")} className="h-72">
      <ComposedChart
        data={data}
        margin={plotMargin(locale)}
        accessibilityLayer
        barCategoryGap="12%"
        className="[&_.recharts-surface]:cursor-pointer"
        onClick={({ activeTooltipIndex }) => {
          if (typeof activeTooltipIndex === "number") choose(activeTooltipIndex);
        }}
      >
        <CartesianGrid vertical={false} />
        <XAxis
          {...BASE_AXIS_PROPS}
          dataKey="place"
          tickFormatter={(place: number) => points[place]?.time ?? ""}
          interval="preserveStartEnd"
          minTickGap={24}
        />
        <YAxis
          {...valueAxisProps(locale, top, (value) =>
            drawnText(formatNumber(value, locale, { compact: true }), locale),
          )}
        />
        {BANDS.map(({ key, ink }) => (
          <Bar
            key={key}
            dataKey={key}
            stackId="shares"
            fill="currentColor"
            className={ink}
            isAnimationActive={false}
          />
        ))}
        {late === 0 ? null : lateArea(points.length - late, points.length - 1)}
        {hasBefore ? (
          <Line
            dataKey="before"
            stroke="currentColor"
            strokeWidth={1.75}
            strokeDasharray="4 3"
            dot={false}
            isAnimationActive={false}
            className="text-amber-600 dark:text-amber-400"
          />
        ) : null}
        {noteLines(notes.map(({ id, step }) => ({ id, x: step })))}
        <Tooltip
          content={<ChartTooltip columns={columns} />}
          isAnimationActive={false}
          cursor={{ fill: "currentColor", fillOpacity: 0.06 }}
        />
      </ComposedChart>
    </Plot>
  );
}

/** Makes the steps pale whose reports are not all in. Not a component: the chart knows its parts by their type. */
function lateArea(first: number, last: number) {
  return (
    <ReferenceArea
      x1={first}
      x2={last}
      fill="currentColor"
      fillOpacity={0.65}
      className="text-white dark:text-slate-900"
    />
  );
}
