"use client";

import { BarChart } from "@tremor/react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Card } from "#components/ui/card.tsx";
import { reportSharesTable } from "#lib/answers/report/shares-table.ts";
import { namedRows, type RowOf } from "#lib/answers/table.ts";
import type { StepCount } from "#lib/domain/step-count.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { clockOf, figureText } from "./cell-text.ts";
import type { ChartGrain } from "./chart-grain.ts";
import { Legend } from "./legend.tsx";
import { stepLabel } from "./step-label.ts";
import { TableTwin, type TwinColumn } from "./table-twin.tsx";

type ShareCells = RowOf<typeof reportSharesTable>;

/** The columns of the table that are stacked. */
const BANDS = ["cascade_starts", "generation_1", "generation_2", "generation_3_and_later"] as const;
/** Seeds are grey, planted rather than won; neighbours differ in hue and in lightness. */
const COLOURS = ["slate", "sky", "indigo", "teal"];
const SWATCHES = ["bg-slate-500", "bg-sky-500", "bg-indigo-500", "bg-teal-500"];

/** Shares per step of time, stacked by generation, with the same numbers as a table. */
export function SharesChart(props: { steps: readonly StepCount[]; grain: ChartGrain; zone: string }) {
  const { steps, grain, zone } = props;
  const { locale, t } = useLanguage();
  const bands = [
    t("campaigns.chart.seeds"),
    t("campaigns.chart.first"),
    t("campaigns.chart.second"),
    t("campaigns.chart.later"),
  ];
  const number = (count: number) => formatNumber(count, locale);
  const columns: TwinColumn<ShareCells>[] = [
    { title: t("campaigns.chart.time"), cell: ({ time }) => stepLabel(clockOf(time), grain, locale) },
    ...BANDS.map((band, i) => ({
      title: bands[i] ?? "",
      cell: (row: ShareCells) => figureText(row[band], number, t),
    })),
  ];
  const data = steps.map(({ clock, counts }) => ({
    time: stepLabel(clock, grain, locale),
    ...Object.fromEntries(bands.map((band, index) => [band, counts[index] ?? 0])),
  }));
  const zoneText = t("common.zone", { zone });
  return (
    <Card title={t("campaigns.chart.title")} note={t(`campaigns.chart.by.${grain}`, { zone: zoneText })}>
      <Legend items={bands.map((label, index) => ({ label, swatch: SWATCHES[index] ?? "" }))} />
      <div dir="ltr">
        <BarChart
          className="mt-4 h-72"
          data={data}
          index="time"
          categories={bands}
          colors={COLOURS}
          valueFormatter={(value) => formatNumber(value, locale, { compact: true })}
          yAxisWidth={48}
          allowDecimals={false}
          showLegend={false}
          stack
        />
      </div>
      <TableTwin
        summary={t("campaigns.chart.table")}
        columns={columns}
        rows={namedRows(reportSharesTable, { steps }, { zone })}
      />
    </Card>
  );
}
