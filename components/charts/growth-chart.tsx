"use client";

import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { type ComparedGrowth, compareGrowthTable } from "#lib/answers/compare/table.ts";
import { namedRows } from "#lib/answers/table.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import { formatRoundDuration } from "#lib/format/format-round-duration.ts";
import { BASE_AXIS_PROPS, plotMargin, valueAxisProps } from "./axis-props.ts";
import { figureText } from "./cell-text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { drawnText } from "./drawn-text.ts";
import { Legend } from "./legend.tsx";
import { type PivotedRow, pivotRows } from "./pivot-rows.ts";
import { Plot } from "./plot.tsx";
import { TableTwin, type TwinColumn } from "./table-twin.tsx";
import { valueTicks } from "./value-ticks.ts";

/** Mean shares of a cascade by its age, for both sides. */
export function GrowthChart({ data, names }: { data: ComparedGrowth; names: readonly [string, string] }) {
  const { locale, t } = useLanguage();
  const ageText = (age: number) => formatRoundDuration(age, locale);
  const sideColumn = (side: string, title: string): TwinColumn<PivotedRow> => ({
    title,
    cell: ({ cells }) => figureText(cells.get(side) ?? null, (mean) => formatRatio(mean, locale), t),
  });
  const columns: TwinColumn<PivotedRow>[] = [
    { title: t("compare.growth.age"), cell: ({ of }) => figureText(of, ageText, t) },
    sideColumn("first", names[0]),
    sideColumn("second", names[1]),
  ];
  const rows = pivotRows(namedRows(compareGrowthTable, { comparison: data }), {
    by: "age_ms",
    into: "side",
    value: "shares",
  });
  const points = data.ages.map((age, i) => {
    const [first, second] = [data.first?.growth[i] ?? null, data.second?.growth[i] ?? null];
    return { age: drawnText(ageText(age), locale), first, second, row: rows[i] };
  });
  const known = points.flatMap(({ first, second }) => [first ?? 0, second ?? 0]);
  const top = valueTicks(Math.max(1, ...known)).at(-1) ?? 1;
  return (
    <ChartFrame
      widget="compare-growth"
      title={t("compare.growth.title")}
      definition={t("compare.growth.definition")}
    >
      <Legend
        items={[
          { label: names[0], swatch: "!h-0.5 !w-4 bg-teal-700 dark:bg-teal-400" },
          { label: names[1], swatch: "!h-0.5 !w-4 bg-amber-600 dark:bg-amber-400" },
        ]}
      />
      <Plot label={t("compare.growth.title")}>
        <LineChart data={points} margin={plotMargin(locale)} accessibilityLayer>
          <CartesianGrid vertical={false} />
          <XAxis {...BASE_AXIS_PROPS} dataKey="age" interval="preserveStartEnd" />
          <YAxis
            {...valueAxisProps(locale, top, (value) =>
              drawnText(formatNumber(value, locale, { compact: true }), locale),
            )}
          />
          <Line
            dataKey="first"
            stroke="currentColor"
            strokeWidth={2}
            dot={{ r: 2, strokeWidth: 0, fill: "currentColor" }}
            isAnimationActive={false}
            className="text-teal-700 dark:text-teal-400"
          />
          <Line
            dataKey="second"
            stroke="currentColor"
            strokeWidth={2}
            strokeDasharray="5 3"
            dot={{ r: 2, strokeWidth: 0, fill: "currentColor" }}
            isAnimationActive={false}
            className="text-amber-600 dark:text-amber-400"
          />
          <Tooltip content={<ChartTooltip columns={columns} />} isAnimationActive={false} />
        </LineChart>
      </Plot>
      <TableTwin summary={t("metrics.table")} columns={columns} rows={rows} />
    </ChartFrame>
  );
}
