"use client";

import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { liveMinutesTable } from "#lib/answers/live/table.ts";
import { namedRows, type RowOf } from "#lib/answers/table.ts";
import type { LiveView } from "#lib/domain/live.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { figureText } from "./cell-text.ts";
import { Legend } from "./legend.tsx";
import { TableTwin } from "./table-twin.tsx";

type LiveRow = RowOf<typeof liveMinutesTable>;

const SERIES = ["visits", "shares", "conversions"] as const;
const SWATCHES = { visits: "bg-slate-400", shares: "bg-teal-600", conversions: "bg-amber-500" } as const;

/** Events a minute as stacked bars, the latest minute at the reading end, with the same numbers as a table. */
export function LiveChart({ view, zone }: { view: LiveView; zone: string }) {
  const { locale, t } = useLanguage();
  const highest = Math.max(
    1,
    ...view.minutes.map((minute) => SERIES.reduce((sum, name) => sum + minute[name], 0)),
  );
  const rows = namedRows(liveMinutesTable, view, { zone });
  const bars = view.minutes.map((minute, i) => ({ minute, time: clockTime(rows[i]) }));
  return (
    <>
      <Legend items={SERIES.map((name) => ({ label: t(`live.${name}`), swatch: SWATCHES[name] }))} />
      <div dir="ltr" aria-hidden="true" className="mt-4 flex h-36 items-end gap-px sm:gap-1">
        {bars.map(({ minute, time }) => (
          <div
            key={time}
            title={time}
            className="flex h-full flex-1 flex-col-reverse rounded-sm bg-slate-100 dark:bg-slate-800/50"
          >
            {SERIES.map((name) => (
              <div
                key={name}
                className={SWATCHES[name]}
                style={{ height: `${(100 * minute[name]) / highest}%` }}
              />
            ))}
          </div>
        ))}
      </div>
      <div
        dir="ltr"
        aria-hidden="true"
        className="mt-1.5 flex justify-between text-xs tabular-nums text-slate-500 dark:text-slate-400"
      >
        <span>{bars[0]?.time}</span>
        <span>{bars[Math.floor(bars.length / 2)]?.time}</span>
        <span>{bars.at(-1)?.time}</span>
      </div>
      <TableTwin
        summary={t("campaigns.chart.table")}
        columns={[
          { title: t("live.minute"), cell: clockTime },
          ...SERIES.map((name) => ({
            title: t(`live.${name}`),
            cell: (row: LiveRow) => figureText(row[name], (count) => formatNumber(count, locale), t),
          })),
        ]}
        rows={rows}
      />
    </>
  );
}

/** Hour and minute as the zone's clock shows them: 09:41. */
function clockTime(row: LiveRow | undefined): string {
  return String(row?.minute).slice(11, 16);
}
