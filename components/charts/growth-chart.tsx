"use client";

import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import type { Comparison } from "#lib/answers/compare/compared-side.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import { formatRoundDuration } from "#lib/format/format-round-duration.ts";
import { BASE_AXIS_PROPS, plotMargin, valueAxisProps } from "./axis-props.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { drawnText } from "./drawn-text.ts";
import { Legend } from "./legend.tsx";
import { Plot } from "./plot.tsx";
import { TableTwin } from "./table-twin.tsx";
import { valueTicks } from "./value-ticks.ts";

/** Mean shares of a cascade by its age, for both sides. */
export function GrowthChart({ data, names }: { data: Comparison; names: readonly [string, string] }) {
  const { locale, t } = useLanguage();
  const head = [t("compare.growth.age"), ...names];
  const rows = data.ages.map((age, i) => {
    const [first, second] = [data.first?.growth[i] ?? null, data.second?.growth[i] ?? null];
    const write = (value: number | null) => (value === null ? t("common.none") : formatRatio(value, locale));
    const text = formatRoundDuration(age, locale);
    return { age: drawnText(text, locale), first, second, cells: [text, write(first), write(second)] };
  });
  const known = rows.flatMap(({ first, second }) => [first ?? 0, second ?? 0]);
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
        <LineChart data={rows} margin={plotMargin(locale)} accessibilityLayer>
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
          <Tooltip content={<ChartTooltip head={head} />} isAnimationActive={false} />
        </LineChart>
      </Plot>
      <TableTwin summary={t("metrics.table")} head={head} rows={rows.map(({ cells }) => cells)} />
    </ChartFrame>
  );
}
