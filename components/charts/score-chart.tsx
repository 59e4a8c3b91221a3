"use client";

import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import { BASE_AXIS_PROPS, plotMargin, valueAxisProps } from "./axis-props.ts";
import { ChartMessage } from "./chart-message.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { drawnText } from "./drawn-text.ts";
import { Plot } from "./plot.tsx";
import { TableTwin } from "./table-twin.tsx";
import { valueTicks } from "./value-ticks.ts";

/** How many gave each rating, from the lowest on. */
export function ScoreChart(props: { scores: readonly number[]; lowest: number; label: string }) {
  const { scores, lowest, label } = props;
  const { locale, t } = useLanguage();
  const head = [t("value.score"), t("value.scores")];
  const rows = scores.map((count, i) => ({
    score: formatNumber(lowest + i, locale),
    count,
    cells: [formatNumber(lowest + i, locale), formatNumber(count, locale)],
  }));
  const top = valueTicks(Math.max(1, ...scores)).at(-1) ?? 1;
  if (scores.every((count) => count === 0)) return <ChartMessage text={t("value.scores.none")} />;
  return (
    <>
      <Plot label={`${t("value.scores")}: ${label}`} className="h-44">
        <BarChart data={rows} margin={plotMargin(locale)} accessibilityLayer barCategoryGap="24%">
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
            content={<ChartTooltip head={head} />}
            isAnimationActive={false}
            cursor={{ fill: "currentColor", fillOpacity: 0.06 }}
          />
        </BarChart>
      </Plot>
      <TableTwin summary={t("metrics.table")} head={head} rows={rows.map(({ cells }) => cells)} />
    </>
  );
}
