"use client";

import { Bar, BarChart, Cell, LabelList, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { FUNNEL_STAGES, type Funnel } from "#lib/answers/funnel/answer.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { drawnText } from "./drawn-text.ts";
import { Plot } from "./plot.tsx";
import { TableTwin } from "./table-twin.tsx";

/** The stages as bars, each beside its part of the stage before; what nothing reports is named, not drawn as zero. */
export function FunnelChart({ stages, note }: { stages: Funnel["stages"]; note: string }) {
  const { locale, t } = useLanguage();
  const isRtl = LOCALES[locale].direction === "rtl";
  let previous: number | null = null;
  const rows = FUNNEL_STAGES.map((stage) => {
    const count = stages[stage];
    const step = count === null || previous === null || previous === 0 ? null : count.events / previous;
    if (count !== null) previous = count.events;
    // More visits than shares are a ratio; only what cannot exceed the stage before is a part of it.
    const part =
      step === null
        ? ""
        : step <= 1
          ? t("funnel.ofBefore", { part: formatPercent(step, locale) })
          : t("funnel.ratio", { ratio: formatRatio(step, locale) });
    const label =
      count === null
        ? t("funnel.uncovered")
        : `${formatNumber(count.events, locale)}${part === "" ? "" : ` · ${part}`}`;
    return { stage, name: t(`funnel.${stage}`), events: count?.events ?? 0, label, part, count };
  });
  const head = [t("funnel.stage"), t("funnel.events"), t("funnel.people"), t("audience.part")];
  const top = Math.max(1, ...rows.map(({ events }) => events));
  return (
    <ChartFrame widget="funnel" title={t("funnel.title")} definition={t("funnel.definition")} note={note}>
      <Plot label={t("funnel.title")} className="h-80">
        <BarChart
          data={rows}
          layout="vertical"
          margin={{ top: 4, bottom: 4, left: isRtl ? 8 : 0, right: isRtl ? 0 : 8 }}
          barCategoryGap="22%"
          accessibilityLayer
        >
          {/* Room for what stands behind the longest bar. */}
          <XAxis type="number" hide domain={[0, 1.75 * top]} reversed={isRtl} />
          <YAxis
            type="category"
            dataKey="name"
            width={112}
            tickLine={false}
            axisLine={false}
            orientation={isRtl ? "right" : "left"}
            tickFormatter={(name: string) => drawnText(name, locale)}
          />
          <Bar dataKey="events" isAnimationActive={false} radius={3} minPointSize={2}>
            {rows.map(({ stage, count }) => (
              <Cell
                key={stage}
                fill="currentColor"
                className={
                  count === null ? "text-slate-300 dark:text-slate-700" : "text-teal-600 dark:text-teal-500"
                }
              />
            ))}
            <LabelList
              dataKey="label"
              position={isRtl ? "left" : "right"}
              content={(label) => (
                <StageLabel {...label} isRtl={isRtl} text={drawnText(String(label.value), locale)} />
              )}
            />
          </Bar>
        </BarChart>
      </Plot>
      <TableTwin
        summary={t("metrics.table")}
        head={head}
        rows={rows.map(({ name, count, part }) => [
          name,
          count === null ? t("funnel.uncovered") : formatNumber(count.events, locale),
          count === null ? t("common.none") : formatNumber(count.people, locale),
          part === "" ? t("common.none") : part,
        ])}
      />
    </ChartFrame>
  );
}

/** Beside the bar, on one line however short the bar is. */
function StageLabel(props: {
  x?: number | string | undefined;
  y?: number | string | undefined;
  width?: number | string | undefined;
  height?: number | string | undefined;
  isRtl: boolean;
  text: string;
}) {
  const { x = 0, y = 0, width = 0, height = 0, isRtl, text } = props;
  // Mirrored, a bar begins at its right end and has a negative width.
  const tip = Number(x) + Number(width);
  return (
    <text
      x={isRtl ? tip - 8 : tip + 8}
      y={Number(y) + Number(height) / 2}
      dominantBaseline="central"
      textAnchor={isRtl ? "end" : "start"}
      className="fill-slate-700 text-xs tabular-nums dark:fill-slate-300"
    >
      {text}
    </text>
  );
}
