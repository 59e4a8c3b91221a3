"use client";

import { BarChart } from "@tremor/react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Grain, StepCount } from "#lib/domain/step-count.ts";
import { formatClock } from "#lib/format/format-clock.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { StepTable } from "./step-table.tsx";

const COLOURS = ["teal", "sky", "indigo", "violet"];

/** Shares per step of time, stacked by generation, with the same numbers as a table. */
export function SharesChart(props: {
  steps: readonly StepCount[];
  grain: Grain;
  /** Days drawn when there were too many; null when all are. */
  clippedTo: number | null;
  zone: string;
}) {
  const { steps, grain, clippedTo, zone } = props;
  const { locale, t } = useLanguage();
  const bands = [
    t("campaigns.chart.seeds"),
    t("campaigns.chart.first"),
    t("campaigns.chart.second"),
    t("campaigns.chart.later"),
  ];
  const rows = steps.map(({ clock, counts }) => ({ time: formatClock(clock, grain, locale), counts }));
  const data = rows.map(({ time, counts }) => ({
    time,
    ...Object.fromEntries(bands.map((band, index) => [band, counts[index] ?? 0])),
  }));
  const zoneText = t("common.zone", { zone });
  return (
    <Card
      title={t("campaigns.chart.title")}
      note={t(grain === "hour" ? "campaigns.chart.byHour" : "campaigns.chart.byDay", { zone: zoneText })}
    >
      {clippedTo === null ? null : (
        <p className="mb-3 text-sm">{t("campaigns.chart.clipped", { days: clippedTo })}</p>
      )}
      <div dir="ltr">
        <BarChart
          className="h-72"
          data={data}
          index="time"
          categories={bands}
          colors={COLOURS}
          valueFormatter={(value) => formatNumber(value, locale, { compact: true })}
          yAxisWidth={48}
          allowDecimals={false}
          stack
        />
      </div>
      <StepTable bands={bands} rows={rows} />
    </Card>
  );
}
