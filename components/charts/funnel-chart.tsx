"use client";

import { Bar, BarChart, Cell, LabelList, XAxis, YAxis } from "recharts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { FUNNEL_STAGES, type Funnel } from "#lib/answers/funnel/answer.ts";
import { funnelTable } from "#lib/answers/funnel/table.ts";
import { figureOf, namedRows, type RowOf, type Cell as TableCell } from "#lib/answers/table.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { figureText } from "./cell-text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { drawnText } from "./drawn-text.ts";
import { Plot } from "./plot.tsx";
import { TableTwin } from "./table-twin.tsx";

type StageCells = RowOf<typeof funnelTable>;

/** The stages as bars, each beside its part of the stage before; what nothing reports is named, not drawn as zero. */
export function FunnelChart({ note, ...props }: { stages: Funnel["stages"]; note: string }) {
  const { locale, t } = useLanguage();
  const isRtl = LOCALES[locale].direction === "rtl";
  const number = (count: number) => formatNumber(count, locale);
  const stages = withPart(namedRows(funnelTable, { stages: props.stages }));
  const points = FUNNEL_STAGES.map((stage, i) => {
    const { events, part } = stages[i] ?? { events: null, part: null };
    const isCovered = events !== null;
    const label = [figureText(events, number, t), ...(part === null ? [] : [partText(part, locale, t)])];
    return {
      ...{ stage, isCovered, name: t(`funnel.${stage}`), events: figureOf(events) ?? 0 },
      label: isCovered ? label.join(" · ") : t("funnel.uncovered"),
    };
  });
  const top = Math.max(1, ...points.map(({ events }) => events));
  return (
    <ChartFrame widget="funnel" title={t("funnel.title")} definition={t("funnel.definition")} note={note}>
      <Plot label={t("funnel.title")} className="h-80">
        <BarChart
          data={points}
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
            {points.map(({ stage, isCovered }) => (
              <Cell
                key={stage}
                fill="currentColor"
                className={
                  isCovered ? "text-teal-600 dark:text-teal-500" : "text-slate-300 dark:text-slate-700"
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
        columns={[
          { title: t("funnel.stage"), cell: ({ stage }) => stageText(stage, t) },
          {
            title: t("funnel.events"),
            cell: ({ covered, events }) =>
              covered === 0 ? t("funnel.uncovered") : figureText(events, number, t),
          },
          { title: t("funnel.people"), cell: ({ people }) => figureText(people, number, t) },
          {
            title: t("audience.part"),
            cell: ({ part }) => (part === null ? t("common.none") : partText(part, locale, t)),
          },
        ]}
        rows={stages}
      />
    </ChartFrame>
  );
}

/** The stages, each with its events over those of the stage before that something reports. */
function withPart(rows: readonly StageCells[]): (StageCells & { readonly part: number | null })[] {
  let previous: number | null = null;
  return rows.map((row) => {
    const events = figureOf(row.events);
    const part = events === null || previous === null || previous === 0 ? null : events / previous;
    previous = events ?? previous;
    return { ...row, part };
  });
}

function stageText(cell: TableCell, t: Translate): string {
  const stage = FUNNEL_STAGES.find((name) => name === cell);
  return stage === undefined ? String(cell) : t(`funnel.${stage}`);
}

/** More visits than shares are a ratio; only what cannot exceed the stage before is a part of it. */
function partText(part: number, locale: Locale, t: Translate): string {
  return part <= 1
    ? t("funnel.ofBefore", { part: formatPercent(part, locale) })
    : t("funnel.ratio", { ratio: formatRatio(part, locale) });
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
