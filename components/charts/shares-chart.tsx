"use client";

import { BarChart } from "@tremor/react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Card } from "#components/ui/card.tsx";
import type { StepCount } from "#lib/domain/step-count.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { ChartGrain } from "./chart-grain.ts";
import { Legend } from "./legend.tsx";
import { stepLabel } from "./step-label.ts";
import { StepTable } from "./step-table.tsx";

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
  const rows = steps.map(({ clock, counts }) => ({ time: stepLabel(clock, grain, locale), counts }));
  const data = rows.map(({ time, counts }) => ({
    time,
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
      <StepTable bands={bands} rows={rows} />
    </Card>
  );
}
