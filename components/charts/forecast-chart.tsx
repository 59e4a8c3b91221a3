"use client";

import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { forecastTable } from "#lib/answers/forecast/table.ts";
import { type Cell, namedRows, type RowOf } from "#lib/answers/table.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { plotMargin, timeAxisProps, valueAxisProps } from "./axis-props.ts";
import { figureText, instantOf, rangeText } from "./cell-text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { drawnText } from "./drawn-text.ts";
import { type DrawnForecast, type FanPoint, forecastFan } from "./forecast-fan.ts";
import { Legend } from "./legend.tsx";
import { NoteKey } from "./note-key.tsx";
import { noteLines } from "./note-lines.tsx";
import { Plot } from "./plot.tsx";
import { TableTwin, type TwinColumn } from "./table-twin.tsx";
import { valueTicks } from "./value-ticks.ts";

type ForecastCells = RowOf<typeof forecastTable>;

interface ForecastProps {
  readonly forecast: DrawnForecast;
  readonly goal: number | null;
  readonly zone: string;
  /** The team's notes, by time. */
  readonly notes: readonly Annotation[];
}

/** Shares so far and the fan of what may come; a goal is a line across. */
export function ForecastChart({ forecast, goal, zone, ...props }: ForecastProps) {
  const { locale, t } = useLanguage();
  const { asOf, curve, total } = forecast;
  const fan = forecastFan(forecast);
  const notes = props.notes.filter(({ at }) => at >= (fan[0]?.at ?? 0) && at <= (fan.at(-1)?.at ?? 0));
  const hasFan = total !== null;
  const legend = [
    { label: t("metrics.forecast.chart.seen"), swatch: "!h-0.5 !w-4 bg-teal-700 dark:bg-teal-400" },
    {
      label: t("metrics.forecast.chart.expected"),
      swatch: "!h-0 !w-4 !rounded-none border-t-2 border-dashed border-teal-700 dark:border-teal-400",
    },
    { label: t("metrics.forecast.band80"), swatch: "bg-teal-600/40 dark:bg-teal-400/45" },
    { label: t("metrics.forecast.band95"), swatch: "bg-teal-600/20 dark:bg-teal-400/20" },
  ];
  const columns = columnsIn({ asOf, zone, locale, t });
  const rows = namedRows(forecastTable, forecast, { zone });
  // The line goes on to now, and at now tells of the last share.
  const points = fan.map((point, i) => ({
    ...point,
    row: rows[point.at > asOf ? curve.length : Math.min(i, curve.length - 1)],
  }));
  const ranges =
    total === null ? 0 : [total.band.low80, total.band.low95].filter((low) => low !== null).length;
  const shown = legend.slice(0, hasFan ? 2 + ranges : 1);
  return (
    <ChartFrame
      widget="forecast"
      title={t(hasFan ? "metrics.forecast.chart.title" : "metrics.forecast.size")}
      definition={t(hasFan ? "metrics.forecast.chart.definition" : "metrics.forecast.size.definition")}
      note={t("metrics.asOf", { time: formatDateTime(asOf, locale, zone), zone: t("common.zone", { zone }) })}
    >
      <Legend items={shown} />
      <ForecastPlot points={points} columns={columns} asOf={asOf} goal={goal} zone={zone} notes={notes} />
      <NoteKey notes={notes} zone={zone} />
      <TableTwin summary={t("metrics.table")} columns={columns} rows={rows} />
    </ChartFrame>
  );
}

interface PlotProps extends Omit<ForecastProps, "forecast"> {
  readonly points: readonly (FanPoint & { readonly row: ForecastCells | undefined })[];
  readonly columns: readonly TwinColumn<ForecastCells>[];
  /** UTC milliseconds; where the seen part ends. */
  readonly asOf: number;
}

function ForecastPlot({ points, columns, asOf, goal, zone, notes }: PlotProps) {
  const { locale, t } = useLanguage();
  const [start, end] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const most = Math.max(
    1,
    ...points.map(
      ({ band95, band80, expected, seen }) => band95?.[1] ?? band80?.[1] ?? expected ?? seen ?? 0,
    ),
  );
  const top = valueTicks(goal !== null && goal < 3 * most ? Math.max(most, goal) : most).at(-1) ?? 1;
  const band = { type: "linear", stroke: "none", fill: "currentColor", activeDot: false } as const;
  const line = { type: "linear", stroke: "currentColor", strokeWidth: 2, dot: false } as const;
  const [ink, wash] = ["text-teal-700 dark:text-teal-400", "text-teal-600 dark:text-teal-400"];
  return (
    <Plot label={t("metrics.forecast.chart.label")} className="h-72 sm:h-80">
      <ComposedChart data={[...points]} margin={{ ...plotMargin(locale), top: 20 }} accessibilityLayer>
        <CartesianGrid vertical={false} />
        <XAxis {...timeAxisProps(start, end, zone, locale)} dataKey="at" />
        <YAxis
          {...valueAxisProps(locale, top, (value) =>
            drawnText(formatNumber(value, locale, { compact: true }), locale),
          )}
        />
        <Area {...band} dataKey="band95" fillOpacity={0.18} isAnimationActive={false} className={wash} />
        <Area {...band} dataKey="band80" fillOpacity={0.25} isAnimationActive={false} className={wash} />
        <ReferenceLine
          x={asOf}
          stroke="currentColor"
          strokeOpacity={0.6}
          label={{ value: t("metrics.forecast.chart.now"), position: "top" }}
        />
        {goal === null ? null : (
          <ReferenceLine
            y={goal}
            stroke="currentColor"
            strokeDasharray="2 3"
            className="text-slate-900 dark:text-slate-100"
            label={{
              value: drawnText(
                t("metrics.forecast.chart.goal", { goal: formatNumber(goal, locale) }),
                locale,
              ),
              position: "insideBottomLeft",
            }}
          />
        )}
        {noteLines(notes.map(({ id, at }) => ({ id, x: at })))}
        <Line {...line} dataKey="expected" strokeDasharray="5 4" isAnimationActive={false} className={ink} />
        <Line {...line} dataKey="seen" isAnimationActive={false} className={ink} />
        <Tooltip content={<ChartTooltip columns={columns} />} isAnimationActive={false} />
      </ComposedChart>
    </Plot>
  );
}

/** The table's shares in two columns: those there were, and of its last row those expected. */
function columnsIn(words: {
  asOf: number;
  zone: string;
  locale: Locale;
  t: Translate;
}): TwinColumn<ForecastCells>[] {
  const { asOf, zone, locale, t } = words;
  const whole = (value: number) => formatNumber(Math.round(value), locale);
  const isAhead = ({ time }: ForecastCells) => instantOf(time) > asOf;
  const range = (low: Cell, high: Cell) => (low === null ? t("common.none") : rangeText(low, high, whole, t));
  return [
    {
      title: t("metrics.forecast.chart.time"),
      cell: ({ time }) => formatDateTime(instantOf(time), locale, zone),
    },
    {
      title: t("metrics.forecast.chart.seen"),
      cell: (row) => figureText(isAhead(row) ? null : row.shares, whole, t),
    },
    {
      title: t("metrics.forecast.chart.expected"),
      cell: (row) => figureText(isAhead(row) ? row.shares : null, whole, t),
    },
    { title: t("metrics.forecast.band80"), cell: ({ low_80: low, high_80: high }) => range(low, high) },
    { title: t("metrics.forecast.band95"), cell: ({ low_95: low, high_95: high }) => range(low, high) },
  ];
}
