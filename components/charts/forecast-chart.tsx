"use client";

import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { Annotation } from "#lib/domain/annotation.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { plotMargin, timeAxisProps, valueAxisProps } from "./axis-props.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { drawnText } from "./drawn-text.ts";
import type { FanRow } from "./forecast-fan.ts";
import { Legend } from "./legend.tsx";
import { NoteKey } from "./note-key.tsx";
import { noteLines } from "./note-lines.tsx";
import { Plot } from "./plot.tsx";
import { TableTwin } from "./table-twin.tsx";
import { valueTicks } from "./value-ticks.ts";

interface ForecastProps {
  readonly rows: readonly FanRow[];
  /** UTC milliseconds; where the seen part ends. */
  readonly asOf: number;
  readonly goal: number | null;
  readonly zone: string;
  /** The team's notes, by time. */
  readonly notes: readonly Annotation[];
}

/** Shares so far and the fan of what may come; a goal is a line across. */
export function ForecastChart({ rows, asOf, goal, zone, ...props }: ForecastProps) {
  const { locale, t } = useLanguage();
  const notes = props.notes.filter(({ at }) => at >= (rows[0]?.at ?? 0) && at <= (rows.at(-1)?.at ?? 0));
  const hasFan = rows.some(({ expected }) => expected !== null);
  const legend = [
    { label: t("metrics.forecast.chart.seen"), swatch: "!h-0.5 !w-4 bg-teal-700 dark:bg-teal-400" },
    {
      label: t("metrics.forecast.chart.expected"),
      swatch: "!h-0 !w-4 !rounded-none border-t-2 border-dashed border-teal-700 dark:border-teal-400",
    },
    { label: t("metrics.forecast.band80"), swatch: "bg-teal-600/40 dark:bg-teal-400/45" },
    { label: t("metrics.forecast.band95"), swatch: "bg-teal-600/20 dark:bg-teal-400/20" },
  ];
  const head = [t("metrics.forecast.chart.time"), ...legend.map(({ label }) => label)];
  const points = rows.map((row) => ({
    ...row,
    cells: [formatDateTime(row.at, locale, zone), ...cellsOf(row, locale, t)],
  }));
  const shown = legend.slice(0, hasFan ? (rows.at(-1)?.band95 === null ? 3 : 4) : 1);
  return (
    <ChartFrame
      widget="forecast"
      title={t(hasFan ? "metrics.forecast.chart.title" : "metrics.forecast.size")}
      definition={t(hasFan ? "metrics.forecast.chart.definition" : "metrics.forecast.size.definition")}
      note={t("metrics.asOf", { time: formatDateTime(asOf, locale, zone), zone: t("common.zone", { zone }) })}
    >
      <Legend items={shown} />
      <ForecastPlot rows={points} head={head} asOf={asOf} goal={goal} zone={zone} notes={notes} />
      <NoteKey notes={notes} zone={zone} />
      <TableTwin summary={t("metrics.table")} head={head} rows={points.map(({ cells }) => cells)} />
    </ChartFrame>
  );
}

function ForecastPlot({ rows, head, asOf, goal, zone, notes }: ForecastProps & { head: readonly string[] }) {
  const { locale, t } = useLanguage();
  const [start, end] = [rows[0]?.at ?? 0, rows.at(-1)?.at ?? 0];
  const most = Math.max(
    1,
    ...rows.map((row) => row.band95?.[1] ?? row.band80?.[1] ?? row.expected ?? row.seen ?? 0),
  );
  const top = valueTicks(goal !== null && goal < 3 * most ? Math.max(most, goal) : most).at(-1) ?? 1;
  const band = { type: "linear", stroke: "none", fill: "currentColor", activeDot: false } as const;
  const line = { type: "linear", stroke: "currentColor", strokeWidth: 2, dot: false } as const;
  const [ink, wash] = ["text-teal-700 dark:text-teal-400", "text-teal-600 dark:text-teal-400"];
  return (
    <Plot label={t("metrics.forecast.chart.label")} className="h-72 sm:h-80">
      <ComposedChart data={[...rows]} margin={{ ...plotMargin(locale), top: 20 }} accessibilityLayer>
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
        <Tooltip content={<ChartTooltip head={head} />} isAnimationActive={false} />
      </ComposedChart>
    </Plot>
  );
}

function cellsOf({ seen, expected, band80, band95 }: FanRow, locale: Locale, t: Translate): string[] {
  const number = (value: number | null) =>
    value === null ? t("common.none") : formatNumber(Math.round(value), locale);
  const range = (band: FanRow["band80"]) =>
    band === null
      ? t("common.none")
      : t("metrics.range.plain", { low: number(band[0]), high: number(band[1]) });
  return [number(seen), number(expected), range(band80), range(band95)];
}
