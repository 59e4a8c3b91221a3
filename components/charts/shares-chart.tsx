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

/** What is stacked: seeds are grey, planted rather than won; neighbours differ in hue and in lightness. */
const BANDS = [
  { key: "seeds", column: "seeds", colour: "slate", swatch: "bg-slate-500" },
  { key: "first", column: "generation_1", colour: "sky", swatch: "bg-sky-500" },
  { key: "second", column: "generation_2", colour: "indigo", swatch: "bg-indigo-500" },
  { key: "later", column: "generation_3_and_later", colour: "teal", swatch: "bg-teal-500" },
  { key: "unknown", column: "generation_unknown", colour: "fuchsia", swatch: "bg-fuchsia-500" },
] as const;

/** Shares per step of time, stacked by generation, with the same numbers as a table. */
export function SharesChart(props: { steps: readonly StepCount[]; grain: ChartGrain; zone: string }) {
  const { steps, grain, zone } = props;
  const { locale, t } = useLanguage();
  const bands = BANDS.map((band, place) => ({
    ...band,
    place,
    label: t(`campaigns.chart.${band.key}`),
  })).filter(({ key, place }) => key !== "unknown" || steps.some(({ counts }) => (counts[place] ?? 0) > 0));
  const number = (count: number) => formatNumber(count, locale);
  const columns: TwinColumn<ShareCells>[] = [
    { title: t("campaigns.chart.time"), cell: ({ time }) => stepLabel(clockOf(time), grain, locale) },
    ...bands.map(({ label: title, column }) => ({
      title,
      cell: (row: ShareCells) => figureText(row[column], number, t),
    })),
  ];
  const data = steps.map(({ clock, counts }) => ({
    time: stepLabel(clock, grain, locale),
    ...Object.fromEntries(bands.map(({ label, place }) => [label, counts[place] ?? 0])),
  }));
  const zoneText = t("common.zone", { zone });
  return (
    <Card title={t("campaigns.chart.title")} note={t(`campaigns.chart.by.${grain}`, { zone: zoneText })}>
      <Legend items={bands.map(({ label, swatch }) => ({ label, swatch }))} />
      <div dir="ltr">
        <BarChart
          className="mt-4 h-72"
          data={data}
          index="time"
          categories={bands.map(({ label }) => label)}
          colors={bands.map(({ colour }) => colour)}
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
