"use client";

import { SparkAreaChart } from "@tremor/react";
import { clockOf, figureText } from "#components/charts/cell-text.ts";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import type { ChartGrain } from "#components/charts/chart-grain.ts";
import { type PivotedRow, pivotRows } from "#components/charts/pivot-rows.ts";
import { stepLabel } from "#components/charts/step-label.ts";
import { TableTwin } from "#components/charts/table-twin.tsx";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { channelTrendsTable } from "#lib/answers/channels/table.ts";
import { namedRows } from "#lib/answers/table.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { TimeStep } from "#lib/time/time-steps.ts";

/** Shares over time, one small picture per channel, all on one scale so that heights compare. */
export function ChannelTrends(props: {
  channels: readonly { readonly channel: string; readonly trend: readonly number[] }[];
  steps: readonly TimeStep[];
  grain: ChartGrain;
  zone: string;
}) {
  const { channels, steps, grain, zone } = props;
  const { locale, t } = useLanguage();
  const most = Math.max(1, ...channels.flatMap(({ trend }) => trend));
  const rows = namedRows(channelTrendsTable, { rows: channels, steps }, { zone });
  const number = (value: number) => formatNumber(value, locale);
  return (
    <ChartFrame
      widget="channel-trends"
      title={t("channels.trends.title")}
      definition={t("channels.trends.definition")}
      note={t(`campaigns.chart.by.${grain}`, { zone: t("common.zone", { zone }) })}
    >
      <ul className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3">
        {channels.map(({ channel, trend }) => (
          <li key={channel} className="min-w-0">
            <p className="flex items-baseline justify-between gap-2 text-xs">
              <bdi className="truncate font-medium">{channel}</bdi>
              <span className="tabular-nums text-slate-600 dark:text-slate-400">
                {formatNumber(
                  trend.reduce((sum, count) => sum + count, 0),
                  locale,
                )}
              </span>
            </p>
            <div dir="ltr" aria-hidden="true">
              <SparkAreaChart
                data={trend.map((shares, step) => ({ step, shares }))}
                index="step"
                categories={["shares"]}
                colors={["teal"]}
                minValue={0}
                maxValue={most}
                curveType="linear"
                className="mt-1 h-12 w-full"
              />
            </div>
          </li>
        ))}
      </ul>
      <TableTwin
        summary={t("metrics.table")}
        columns={[
          { title: t("campaigns.chart.time"), cell: ({ of }) => stepLabel(clockOf(of), grain, locale) },
          ...channels.map(({ channel }) => ({
            title: channel,
            cell: ({ cells }: PivotedRow) => figureText(cells.get(channel) ?? null, number, t),
          })),
        ]}
        rows={pivotRows(rows, { by: "time", into: "channel", value: "shares" })}
      />
    </ChartFrame>
  );
}
