"use client";

import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { figureOf, type NamedCells } from "#lib/answers/table.ts";
import { ratingOf } from "#lib/answers/value/table.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { BASE_AXIS_PROPS, plotMargin, valueAxisProps } from "./axis-props.ts";
import { figureText } from "./cell-text.ts";
import { ChartMessage } from "./chart-message.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { drawnText } from "./drawn-text.ts";
import { Plot } from "./plot.tsx";
import { TableTwin, type TwinColumn } from "./table-twin.tsx";
import { valueTicks } from "./value-ticks.ts";

type ScoreRow = NamedCells<"figure" | "value">;

/**
 * How many gave each rating, from the lowest on.
 * @param props.figures the panel's table; the rows of its other figures stand above the chart
 */
export function ScoreChart(props: { figures: readonly ScoreRow[]; label: string }) {
  const { figures, label } = props;
  const { locale, t } = useLanguage();
  const number = (value: number) => formatNumber(value, locale);
  const columns: TwinColumn<ScoreRow>[] = [
    { title: t("value.score"), cell: ({ figure }) => figureText(ratingOf(figure), number, t) },
    { title: t("value.scores"), cell: ({ value }) => figureText(value, number, t) },
  ];
  const rows = figures.filter(({ figure }) => ratingOf(figure) !== null);
  const points = rows.map((row) => ({
    score: number(ratingOf(row.figure) ?? 0),
    count: figureOf(row.value) ?? 0,
    row,
  }));
  const top = valueTicks(Math.max(1, ...points.map(({ count }) => count))).at(-1) ?? 1;
  if (points.every(({ count }) => count === 0)) return <ChartMessage text={t("value.scores.none")} />;
  return (
    <>
      <Plot label={`${t("value.scores")}: ${label}`} className="h-44">
        <BarChart data={points} margin={plotMargin(locale)} accessibilityLayer barCategoryGap="24%">
          <CartesianGrid vertical={false} />
          <XAxis {...BASE_AXIS_PROPS} dataKey="score" />
          <YAxis
            {...valueAxisProps(locale, top, (value) =>
              drawnText(formatNumber(value, locale, { compact: true }), locale),
            )}
          />
          <Bar
            dataKey="count"
            fill="currentColor"
            radius={[2, 2, 0, 0]}
            isAnimationActive={false}
            className="text-teal-600 dark:text-teal-500"
          />
          <Tooltip
            content={<ChartTooltip columns={columns} />}
            isAnimationActive={false}
            cursor={{ fill: "currentColor", fillOpacity: 0.06 }}
          />
        </BarChart>
      </Plot>
      <TableTwin summary={t("metrics.table")} columns={columns} rows={rows} />
    </>
  );
}
