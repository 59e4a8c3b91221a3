"use client";

import {
  Bar,
  CartesianGrid,
  ComposedChart,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { cycleTimeTable } from "#lib/answers/spread/table.ts";
import type { CycleTime } from "#lib/answers/spread/viral-coefficient.ts";
import { type Cell, namedRows, type RowOf } from "#lib/answers/table.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRoundDuration } from "#lib/format/format-round-duration.ts";
import { DAY, HOUR, MINUTE, SECOND, WEEK } from "#lib/time/lengths.ts";
import { BASE_AXIS_PROPS, plotMargin, valueAxisProps } from "./axis-props.ts";
import { binPosition } from "./bin-position.ts";
import { figureText } from "./cell-text.ts";
import { ChartFigures } from "./chart-figures.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartMessage } from "./chart-message.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { drawnText } from "./drawn-text.ts";
import { Legend } from "./legend.tsx";
import { Plot } from "./plot.tsx";
import { TableTwin, type TwinColumn } from "./table-twin.tsx";
import { valueTicks } from "./value-ticks.ts";

type Bin = CycleTime["histogram"][number];
type LagCells = RowOf<typeof cycleTimeTable>;
type LagPoint = Bin & { readonly at: number; readonly row: LagCells | undefined };

const MEASURED = "text-teal-600 dark:text-teal-500";
const ASSUMED = "text-slate-400 dark:text-slate-600";
const MARKS = [SECOND, 10 * SECOND, MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY, WEEK];

/** How long re-shares take, on steps of time that double, with the median and the middle half. */
export function LagHistogram({ cycle }: { cycle: CycleTime }) {
  const { locale, t } = useLanguage();
  const bins = trimmed(cycle.histogram);
  const time = (cell: Cell) => figureText(cell, (lag) => formatDuration(lag, locale), t);
  const columns: TwinColumn<LagCells>[] = [
    {
      title: t("metrics.cycle.after"),
      cell: ({ from_ms: from, to_ms: to }) => t("metrics.cycle.within", { from: time(from), to: time(to) }),
    },
    {
      title: t("metrics.cycle.bars"),
      cell: ({ part }) => figureText(part, (value) => formatPercent(value, locale), t),
    },
  ];
  // The file has the empty bins before and after, too.
  const rows = namedRows(cycleTimeTable, { cycle: { histogram: bins } });
  const points = bins.map((bin, i) => ({ ...bin, at: i + 0.5, row: rows[i] }));
  return (
    <ChartFrame
      widget="cycle-time"
      title={t("metrics.cycle.title")}
      definition={t("metrics.cycle.definition")}
      note={t("metrics.cycle.note", { lags: cycle.lags })}
    >
      {cycle.isAssumed && bins.length > 0 ? (
        <p className="mb-3 text-sm">{t("metrics.cycle.assumed", { lags: cycle.lags })}</p>
      ) : null}
      {bins.length === 0 ? (
        <ChartMessage text={t("metrics.cycle.empty")} />
      ) : (
        <>
          <Quartiles cycle={cycle} />
          <LagLegend isAssumed={cycle.isAssumed} />
          <LagPlot cycle={cycle} points={points} columns={columns} />
          <TableTwin summary={t("metrics.table")} columns={columns} rows={rows} />
        </>
      )}
    </ChartFrame>
  );
}

function Quartiles({ cycle }: { cycle: CycleTime }) {
  const { locale, t } = useLanguage();
  const { median, lowerQuartile, upperQuartile } = cycle;
  const write = (lag: number | null) => (lag === null ? t("common.none") : formatDuration(lag, locale));
  return (
    <ChartFigures
      figures={[
        { value: write(lowerQuartile), label: t("metrics.cycle.quarter") },
        { value: write(median.value), label: t("metrics.cycle.median") },
        { value: write(upperQuartile), label: t("metrics.cycle.threeQuarters") },
      ]}
    />
  );
}

function LagLegend({ isAssumed }: { isAssumed: boolean }) {
  const { t } = useLanguage();
  const items = [
    isAssumed
      ? { label: t("metrics.note.assumed-kernel"), swatch: "bg-slate-400 dark:bg-slate-600" }
      : { label: t("metrics.cycle.bars"), swatch: "bg-teal-600 dark:bg-teal-500" },
    { label: t("metrics.cycle.medianLine"), swatch: "!w-0.5 bg-slate-900 dark:bg-slate-100" },
    { label: t("metrics.cycle.middle"), swatch: "bg-slate-200 dark:bg-slate-700" },
  ];
  return <Legend items={items} />;
}

function LagPlot(props: {
  cycle: CycleTime;
  points: readonly LagPoint[];
  columns: readonly TwinColumn<LagCells>[];
}) {
  const { cycle, points, columns } = props;
  const { locale, t } = useLanguage();
  const marks = MARKS.filter((mark) => mark >= (points[0]?.to ?? 0) / 2 && mark <= (points.at(-1)?.to ?? 0));
  const labels = new Map(
    marks.map((mark) => [binPosition(points, mark), drawnText(formatRoundDuration(mark, locale), locale)]),
  );
  const top = valueTicks(Math.max(...points.map(({ part }) => part))).at(-1) ?? 1;
  const { median, lowerQuartile, upperQuartile } = cycle;
  return (
    <Plot label={t("metrics.cycle.label")}>
      <ComposedChart data={[...points]} margin={plotMargin(locale)} accessibilityLayer barCategoryGap={1}>
        <CartesianGrid vertical={false} />
        <XAxis
          {...BASE_AXIS_PROPS}
          dataKey="at"
          type="number"
          domain={[0, points.length]}
          ticks={[...labels.keys()]}
          tickFormatter={(at: number) => labels.get(at) ?? ""}
        />
        <YAxis {...valueAxisProps(locale, top, (value) => formatPercent(value, locale))} />
        {lowerQuartile !== null && upperQuartile !== null ? (
          <ReferenceArea
            x1={binPosition(points, lowerQuartile)}
            x2={binPosition(points, upperQuartile)}
            fill="currentColor"
            fillOpacity={0.12}
          />
        ) : null}
        <Bar
          dataKey="part"
          isAnimationActive={false}
          radius={[2, 2, 0, 0]}
          fill="currentColor"
          className={cycle.isAssumed ? ASSUMED : MEASURED}
        />
        {median.value !== null ? (
          <ReferenceLine
            x={binPosition(points, median.value)}
            stroke="currentColor"
            strokeWidth={2}
            className="text-slate-900 dark:text-slate-100"
          />
        ) : null}
        <Tooltip
          content={<ChartTooltip columns={columns} />}
          isAnimationActive={false}
          cursor={{ fill: "currentColor", fillOpacity: 0.06 }}
        />
      </ComposedChart>
    </Plot>
  );
}

function trimmed(bins: readonly Bin[]): readonly Bin[] {
  const first = bins.findIndex(({ part }) => part > 0);
  const last = bins.findLastIndex(({ part }) => part > 0);
  return first < 0 ? [] : bins.slice(first, last + 1);
}
