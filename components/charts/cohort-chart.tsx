"use client";

import { useId } from "react";
import {
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { kCohortsTable } from "#lib/answers/spread/table.ts";
import type { KChangeAt, ViralCoefficient } from "#lib/answers/spread/viral-coefficient.ts";
import { namedRows } from "#lib/answers/table.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { formatClock } from "#lib/format/format-clock.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { zoneOffset } from "#lib/time/zone-clock.ts";
import { BASE_AXIS_PROPS, plotMargin, valueAxisProps } from "./axis-props.ts";
import { ChangeSentence, wayOf } from "./change-sentence.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartMessage } from "./chart-message.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { type CohortCells, cohortColumns } from "./cohort-columns.ts";
import { type CohortPoint, cohortPoints } from "./cohort-points.ts";
import { drawnText } from "./drawn-text.ts";
import { HATCHED } from "./hatched.ts";
import { Legend } from "./legend.tsx";
import { lineAtOne } from "./line-at-one.tsx";
import { NoteKey } from "./note-key.tsx";
import { noteLines } from "./note-lines.tsx";
import { Plot } from "./plot.tsx";
import { TableTwin, type TwinColumn } from "./table-twin.tsx";
import { withLater } from "./with-later.ts";

type CohortProps = Pick<ViralCoefficient, "cohorts" | "cohortGrain" | "trend" | "horizon" | "later"> & {
  zone: string;
  /** The team's notes, by time. */
  notes: readonly Annotation[];
};

/** K of the shares of each step of time, as it is so far and as it will be; what is still growing is hatched. */
export function CohortChart({ cohorts, cohortGrain, trend, horizon, later, zone, ...props }: CohortProps) {
  const { locale, t } = useLanguage();
  const filled = cohorts.filter(({ shares }) => shares > 0);
  // The file has the empty stretches between, too; here neither chart nor twin has them.
  const rows = namedRows(kCohortsTable, { cohorts: filled, trend }, { zone });
  const timeGrain = cohortGrain === "hour" ? "hour" : "day";
  const columns = cohortColumns({ grain: timeGrain, locale, t });
  // The bar of the stretch in which a note lies; of two without shares between them, the one before.
  const barOf = (at: number) => filled.findLast(({ from }) => from <= at)?.from;
  const notes = props.notes.filter(({ at }) => barOf(at) !== undefined && at < (cohorts.at(-1)?.to ?? 0));
  const timeOf = (from: number) => formatClock(from + zoneOffset(zone, from), timeGrain, locale);
  const { points, top } = cohortPoints(filled);
  const within = filled.map(({ corrected }) => withinOf(corrected)).find((age) => age !== undefined);
  const legend = [
    { label: t("metrics.cohort.naive"), swatch: "bg-slate-300 dark:bg-slate-600" },
    { label: t("metrics.cohort.corrected"), swatch: "!rounded-full bg-teal-700 dark:bg-teal-400" },
    { label: t("metrics.cohort.immature"), swatch: HATCHED },
  ];
  return (
    <ChartFrame
      widget="k-cohorts"
      title={t("metrics.cohort.title")}
      definition={t("metrics.cohort.definition", { horizon: formatDuration(within ?? horizon, locale) })}
      note={withLater(
        t(`metrics.cohort.note.${cohortGrain}`, { zone: t("common.zone", { zone }) }),
        later,
        t,
      )}
    >
      {filled.length === 0 ? (
        <ChartMessage text={t("metrics.cohort.empty")} />
      ) : (
        <>
          {within === undefined ? null : (
            <p className="mb-3 text-sm text-slate-600 dark:text-slate-300">
              {t("metrics.cohort.within", { age: formatDuration(within, locale) })}
            </p>
          )}
          <ChangeSentence change={trend.change} grain={cohortGrain} zone={zone} />
          <Legend items={filled.some(({ isImmature }) => isImmature) ? legend : legend.slice(0, 2)} />
          <CohortPlot
            points={points.map((point, i) => ({ ...point, row: rows[i] }))}
            top={top}
            columns={columns}
            timeOf={timeOf}
            notes={notes.map(({ id, at }) => ({ id, x: barOf(at) ?? 0 }))}
            hasLine={within === undefined}
            change={trend.change === null || trend.change === "unclear" ? null : trend.change}
          />
          <NoteKey notes={notes} zone={zone} />
          <TableTwin summary={t("metrics.table")} columns={columns} rows={rows} />
        </>
      )}
    </ChartFrame>
  );
}

function withinOf(estimate: Estimate): number | undefined {
  return estimate.value === null ? undefined : estimate.within;
}

function CohortPlot(props: {
  points: readonly (CohortPoint & { readonly row: CohortCells | undefined })[];
  top: number;
  columns: readonly TwinColumn<CohortCells>[];
  timeOf: (from: number) => string;
  notes: readonly { readonly id: number; readonly x: number }[];
  change: KChangeAt | null;
  /** Whether K may be held against 1: only counted to the horizon. */
  hasLine: boolean;
}) {
  const { points, top, columns, notes, change } = props;
  // A stretch without shares has no bar: the next one stands for it.
  const changeBar = change === null ? undefined : points.find(({ from }) => from >= change.at)?.from;
  const { locale, t } = useLanguage();
  const hatch = `hatch${useId().replace(/\W/g, "")}`;
  return (
    <Plot label={t("metrics.cohort.label")}>
      <ComposedChart data={[...points]} margin={plotMargin(locale)} accessibilityLayer barCategoryGap="18%">
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line y2="5" strokeWidth="2.5" className="stroke-slate-400 dark:stroke-slate-500" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} />
        <XAxis {...BASE_AXIS_PROPS} dataKey="from" tickFormatter={props.timeOf} />
        <YAxis {...valueAxisProps(locale, top, (value) => formatNumber(value, locale))} />
        <Bar dataKey="naive" isAnimationActive={false} radius={[2, 2, 0, 0]} maxBarSize={40}>
          {points.map(({ from, isImmature }) => (
            <Cell
              key={from}
              {...(isImmature
                ? { fill: `url(#${hatch})`, className: "stroke-slate-400 dark:stroke-slate-500" }
                : { className: "fill-slate-300 dark:fill-slate-600" })}
            />
          ))}
        </Bar>
        {props.hasLine ? lineAtOne(t("metrics.cohort.one"), locale) : null}
        {noteLines(notes)}
        {change === null || changeBar === undefined ? null : (
          <ReferenceLine
            x={changeBar}
            stroke="currentColor"
            strokeWidth={2}
            label={{
              value: drawnText(t(`metrics.change.mark.${wayOf(change)}`), locale),
              position: "insideTop",
            }}
          />
        )}
        <Line
          dataKey="k"
          stroke="none"
          isAnimationActive={false}
          dot={{ r: 3, strokeWidth: 0, fill: "currentColor" }}
          activeDot={false}
          className="text-teal-700 dark:text-teal-400"
        >
          <ErrorBar dataKey="reach" direction="y" width={0} strokeWidth={1.5} stroke="currentColor" />
        </Line>
        <Tooltip
          content={<ChartTooltip columns={columns} />}
          isAnimationActive={false}
          cursor={{ fill: "currentColor", fillOpacity: 0.06 }}
        />
      </ComposedChart>
    </Plot>
  );
}
