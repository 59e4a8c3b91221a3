"use client";

import { Area, CartesianGrid, ComposedChart, ErrorBar, Line, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { rtTable } from "#lib/answers/spread/table.ts";
import type { RtPoint, ViralCoefficient } from "#lib/answers/spread/viral-coefficient.ts";
import { namedRows } from "#lib/answers/table.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { plotMargin, timeAxisProps, valueAxisProps } from "./axis-props.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartMessage } from "./chart-message.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { Legend } from "./legend.tsx";
import { lineAtOne } from "./line-at-one.tsx";
import { NoteKey } from "./note-key.tsx";
import { noteLines } from "./note-lines.tsx";
import { Plot } from "./plot.tsx";
import { type RtCells, rtColumns } from "./rt-columns.ts";
import { RtNow } from "./rt-now.tsx";
import { TableTwin, type TwinColumn } from "./table-twin.tsx";
import { valueTicks } from "./value-ticks.ts";
import { withLater } from "./with-later.ts";

/**
 * R_t with its band and a line at 1; windows with few data stand apart, in grey. Counted to less than the horizon, R is
 * no matter for 1, and no line stands there.
 */
export function RtChart(props: {
  points: readonly RtPoint[];
  within: ViralCoefficient["rtWithin"];
  later: number;
  zone: string;
  /** The team's notes, by time. */
  notes: readonly Annotation[];
}) {
  const { points, within, later, zone } = props;
  const { locale, t } = useLanguage();
  const late = points.filter(({ isComplete }) => !isComplete).length;
  const [isGrey, hasAny] = [
    points.some((point) => point.isGrey && point.r !== null),
    points.some((point) => point.r !== null),
  ];
  const columns = rtColumns(zone, locale, t);
  const rows = namedRows(rtTable, { rt: points, rtWithin: within }, { zone });
  const [start, end] = [points[0]?.to ?? 0, points.at(-1)?.to ?? 0];
  const notes = props.notes.filter(({ at }) => at >= start && at <= end);
  const top = topOf(points);
  const drawn = points.map((point, i) => ({ ...drawnPoint(point, top), row: rows[i] }));
  const legend = [
    { label: t("metrics.rt.line"), swatch: "!h-0.5 !w-4 bg-teal-700 dark:bg-teal-400" },
    { label: t("metrics.rt.band"), swatch: "bg-teal-600/25 dark:bg-teal-400/30" },
    { label: t("metrics.rt.grey"), swatch: "!rounded-full border-2 border-slate-400 dark:border-slate-500" },
  ];
  return (
    <ChartFrame
      widget="rt"
      title={t("metrics.rt.title")}
      definition={t("metrics.rt.definition")}
      note={withLater(t("metrics.rt.note", { zone: t("common.zone", { zone }) }), later, t)}
    >
      {hasAny ? (
        <>
          <RtNow point={points.findLast(({ isComplete }) => isComplete)} within={within} />
          <Legend items={isGrey ? legend : legend.slice(0, 2)} />
          <RtPlot
            points={drawn}
            top={top}
            columns={columns}
            zone={zone}
            notes={notes}
            hasLine={within === null}
          />
          {late === 0 ? null : (
            <p className="mt-2 text-xs text-slate-600 dark:text-slate-400">
              {t("metrics.rt.late", { count: late })}
            </p>
          )}
          <NoteKey notes={notes} zone={zone} />
          <TableTwin summary={t("metrics.table")} columns={columns} rows={rows} />
        </>
      ) : (
        <ChartMessage text={t("metrics.rt.empty")} />
      )}
    </ChartFrame>
  );
}

function RtPlot(props: {
  points: readonly (ReturnType<typeof drawnPoint> & { readonly row: RtCells | undefined })[];
  top: number;
  columns: readonly TwinColumn<RtCells>[];
  zone: string;
  notes: readonly Annotation[];
  /** Whether R may be held against 1. */
  hasLine: boolean;
}) {
  const { points, top, columns, zone, notes } = props;
  const { locale, t } = useLanguage();
  const [start, end] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  return (
    <Plot label={t("metrics.rt.label")}>
      <ComposedChart data={[...points]} margin={plotMargin(locale)} accessibilityLayer>
        <CartesianGrid vertical={false} />
        <XAxis {...timeAxisProps(start, end, zone, locale)} dataKey="at" />
        <YAxis {...valueAxisProps(locale, top, (value) => formatNumber(value, locale))} />
        <Area
          dataKey="band"
          type="linear"
          stroke="none"
          fill="currentColor"
          fillOpacity={0.22}
          activeDot={false}
          isAnimationActive={false}
          className="text-teal-600 dark:text-teal-400"
        />
        {props.hasLine ? lineAtOne(t("metrics.rt.one"), locale) : null}
        {noteLines(notes.map(({ id, at }) => ({ id, x: at })))}
        <Line
          dataKey="grey"
          stroke="none"
          isAnimationActive={false}
          dot={{
            r: 2.5,
            strokeWidth: 1.5,
            stroke: "currentColor",
            className: "fill-white dark:fill-slate-900",
          }}
          activeDot={false}
          className="text-slate-400 dark:text-slate-500"
        >
          <ErrorBar dataKey="greyReach" direction="y" width={0} strokeWidth={1} stroke="currentColor" />
        </Line>
        <Line
          dataKey="firm"
          type="linear"
          stroke="currentColor"
          strokeWidth={2}
          isAnimationActive={false}
          dot={{ r: points.length > 60 ? 1.25 : 2.25, strokeWidth: 0, fill: "currentColor" }}
          activeDot={{ r: 4, strokeWidth: 0, fill: "currentColor" }}
          className="text-teal-700 dark:text-teal-400"
        />
        <Tooltip content={<ChartTooltip columns={columns} />} isAnimationActive={false} />
      </ComposedChart>
    </Plot>
  );
}

function drawnPoint({ to: at, r, isGrey }: RtPoint, top: number) {
  if (r === null) return { at, band: null, firm: null, grey: null, greyReach: null };
  if (!isGrey) return { at, band: [r.low, r.high], firm: r.value, grey: null, greyReach: null };
  const grey = r.value <= top ? r.value : null;
  const greyReach = [r.value - r.low, Math.min(r.high, top) - r.value];
  return { at, band: null, firm: null, grey, greyReach };
}

/** The axis holds every firm band; what is too uncertain to show whole is cut off rather than left to flatten the rest. */
function topOf(points: readonly RtPoint[]): number {
  const firm = points.flatMap(({ r, isGrey }) => (r === null || isGrey ? [] : [r.high]));
  const all = firm.length > 0 ? firm : points.flatMap(({ r }) => (r === null ? [] : [r.value]));
  return valueTicks(Math.max(1.25, ...all)).at(-1) ?? 1;
}
