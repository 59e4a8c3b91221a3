"use client";

import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { useQuery } from "#components/query/use-query.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import type { StepCount } from "#lib/domain/step-count.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { periodOfStep } from "#lib/query/period-of-step.ts";
import { BASE_AXIS_PROPS, plotMargin, valueAxisProps } from "./axis-props.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { ChartGrain } from "./chart-grain.ts";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { drawnText } from "./drawn-text.ts";
import { Legend } from "./legend.tsx";
import { noteLines } from "./note-lines.tsx";
import { Plot } from "./plot.tsx";
import { stepLabel } from "./step-label.ts";
import { TableTwin } from "./table-twin.tsx";
import { valueTicks } from "./value-ticks.ts";

/** Seeds are grey, planted rather than won; neighbours differ in hue and in lightness. */
const BANDS = [
  { key: "seeds", ink: "text-slate-500", swatch: "bg-slate-500" },
  { key: "first", ink: "text-sky-500", swatch: "bg-sky-500" },
  { key: "second", ink: "text-indigo-500", swatch: "bg-indigo-500" },
  { key: "later", ink: "text-teal-500", swatch: "bg-teal-500" },
] as const;

interface OverviewChartProps {
  readonly steps: readonly StepCount[];
  /** People reached for the first time, by the same steps. */
  readonly people: readonly number[];
  /** What is compared, step by step from its own start; null where nothing is. */
  readonly before: readonly StepCount[] | null;
  readonly grain: ChartGrain;
  readonly zone: string;
  /** Notes of the period by the step in which they lie, numbered from 1. */
  readonly notes: readonly (Annotation & { readonly step: number })[];
}

/** Shares per step of time, stacked by generation, with what it is compared with and the team's notes. */
export function OverviewChart(props: OverviewChartProps) {
  const { steps, people, before, grain, zone, notes } = props;
  const { locale, t } = useLanguage();
  const { query, ask } = useQuery();
  const names = BANDS.map(({ key }) => t(`campaigns.chart.${key}`));
  const head = [
    ...[t("campaigns.chart.time"), ...names, t("overview.chart.people")],
    ...(before === null ? [] : [t("overview.chart.before")]),
  ];
  const rows = steps.map(({ clock, counts }, i) => {
    const total = before?.[i]?.counts.reduce((sum, count) => sum + count, 0);
    const figures = [...counts, people[i] ?? 0, ...(before === null ? [] : [total])];
    return {
      time: stepLabel(clock, grain, locale),
      ...Object.fromEntries(BANDS.map(({ key }, band) => [key, counts[band] ?? 0])),
      before: total ?? null,
      cells: [
        stepLabel(clock, grain, locale),
        ...figures.map((figure) => (figure === undefined ? t("common.none") : formatNumber(figure, locale))),
      ],
    };
  });
  const legend = BANDS.map(({ swatch }, band) => ({ label: names[band] ?? "", swatch }));
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
        {...{ rows, head, notes }}
        hasBefore={before !== null}
        choose={(step) => {
          const clock = steps[step]?.clock;
          if (clock !== undefined) ask({ ...query, period: periodOfStep(clock, grain) });
        }}
      />
      <TableTwin summary={t("metrics.table")} head={head} rows={rows.map(({ cells }) => cells)} />
    </ChartFrame>
  );
}

function SharesPlot(props: {
  rows: readonly {
    readonly time: string;
    readonly before: number | null;
    readonly cells: readonly string[];
  }[];
  head: readonly string[];
  notes: OverviewChartProps["notes"];
  hasBefore: boolean;
  /** Narrows the page to a step that was pressed. */
  choose: (step: number) => void;
}) {
  const { rows, head, notes, hasBefore, choose } = props;
  const { locale, t } = useLanguage();
  // Two hours that a clock shows twice have one label; a place of its own keeps them apart.
  const data = rows.map((row, place) => ({ ...row, place }));
  const totals = data.map((row) =>
    BANDS.reduce((sum, { key }) => sum + Number((row as Record<string, unknown>)[key] ?? 0), 0),
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
          tickFormatter={(place: number) => rows[place]?.time ?? ""}
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
          content={<ChartTooltip head={head} />}
          isAnimationActive={false}
          cursor={{ fill: "currentColor", fillOpacity: 0.06 }}
        />
      </ComposedChart>
    </Plot>
  );
}
