"use client";

import { CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { offspringTable } from "#lib/answers/spread/table.ts";
import type { Offspring } from "#lib/answers/spread/viral-coefficient.ts";
import { namedRows, type RowOf } from "#lib/answers/table.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRarePercent } from "#lib/format/format-rare-percent.ts";
import { BASE_AXIS_PROPS, plotMargin, valueAxisProps } from "./axis-props.ts";
import { figureText } from "./cell-text.ts";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { drawnText } from "./drawn-text.ts";
import { Legend } from "./legend.tsx";
import { Plot } from "./plot.tsx";
import { TableTwin, type TwinColumn } from "./table-twin.tsx";

type TailRow = RowOf<typeof offspringTable>;
type TailPoint = Offspring["tail"][number] & { readonly row: TailRow | undefined };

/** P(X ≥ x) on two logarithmic axes, as counted and as the model has it. */
export function TailChart({ tail }: { tail: Offspring["tail"] }) {
  const { locale, t } = useLanguage();
  const hasModel = tail.some(({ fitted }) => fitted !== null);
  const legend = [
    { label: t("metrics.tail.seen"), swatch: "!rounded-full bg-teal-700 dark:bg-teal-400" },
    {
      label: t("metrics.tail.fitted"),
      swatch: "!h-0 !w-4 !rounded-none border-t-2 border-dashed border-slate-500 dark:border-slate-400",
    },
  ];
  const percent = (part: number) => formatRarePercent(part, locale);
  const columns: TwinColumn<TailRow>[] = [
    {
      title: t("metrics.tail.children"),
      cell: ({ children }) => figureText(children, (count) => formatNumber(count, locale), t),
    },
    { title: t("metrics.tail.seen"), cell: ({ part_seen: seen }) => figureText(seen, percent, t) },
    { title: t("metrics.tail.fitted"), cell: ({ part_fitted: fitted }) => figureText(fitted, percent, t) },
  ];
  const rows = namedRows(offspringTable, { offspring: { tail } });
  return (
    <>
      <Legend items={hasModel ? legend : legend.slice(0, 1)} />
      <TailPlot points={tail.map((point, i) => ({ ...point, row: rows[i] }))} columns={columns} />
      <TableTwin summary={t("metrics.table")} columns={columns} rows={rows} />
    </>
  );
}

function TailPlot({
  columns,
  ...props
}: {
  points: readonly TailPoint[];
  columns: readonly TwinColumn<TailRow>[];
}) {
  const { locale, t } = useLanguage();
  // Zero has no place on a logarithmic axis, and P(X ≥ 0) is 1 anyway.
  const points = props.points.filter(({ children, seen }) => children > 0 && seen > 0);
  const [most, rarest] = [points.at(-1)?.children ?? 1, Math.min(...points.map(({ seen }) => seen))];
  const xTicks = decades(0, Math.ceil(Math.log10(Math.max(most, 2))));
  const yTicks = decades(Math.floor(Math.log10(rarest)), 0);
  const log = { type: "number", scale: "log", allowDataOverflow: true } as const;
  return (
    <Plot label={t("metrics.tail.label")}>
      <ComposedChart data={points} margin={plotMargin(locale)} accessibilityLayer>
        <CartesianGrid syncWithTicks />
        <XAxis
          {...BASE_AXIS_PROPS}
          {...log}
          dataKey="children"
          domain={[0.9, xTicks.at(-1) ?? 10]}
          ticks={xTicks}
          height={52}
          tickFormatter={(value: number) => formatNumber(value, locale)}
          label={{ value: drawnText(t("metrics.tail.axis"), locale), position: "insideBottom", offset: 6 }}
        />
        <YAxis
          {...valueAxisProps(locale, 1, (value) => formatRarePercent(value, locale))}
          {...log}
          domain={[yTicks[0] ?? 0.001, 1]}
          ticks={yTicks}
          width={56}
        />
        <Line
          dataKey="fitted"
          stroke="currentColor"
          strokeWidth={2}
          strokeDasharray="5 4"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          className="text-slate-500 dark:text-slate-400"
        />
        <Line
          dataKey="seen"
          stroke="currentColor"
          strokeWidth={1}
          dot={{ r: 2.5, strokeWidth: 0, fill: "currentColor" }}
          activeDot={{ r: 4, strokeWidth: 0, fill: "currentColor" }}
          isAnimationActive={false}
          className="text-teal-700 dark:text-teal-400"
        />
        <Tooltip content={<ChartTooltip columns={columns} />} isAnimationActive={false} />
      </ComposedChart>
    </Plot>
  );
}

function decades(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
}
