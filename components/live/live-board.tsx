"use client";

import { LiveChart } from "#components/charts/live-chart.tsx";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Card } from "#components/ui/card.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { LiveView } from "#lib/domain/live.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { LiveEvents } from "./live-events.tsx";
import { useLive } from "./use-live.ts";

/** What happens in a campaign right now: the last half hour by the minute, and the newest edges of its trees. */
export function LiveBoard(props: { url: string; base: string; initial: LiveView; zone: string }) {
  const { url, base, initial, zone } = props;
  const { locale, t } = useLanguage();
  const { view, connection } = useLive(url, initial);
  const sum = (name: "visits" | "shares" | "conversions") =>
    view.minutes.reduce((total, minute) => total + minute[name], 0);
  const figures = {
    people: view.people,
    visits: sum("visits"),
    shares: sum("shares"),
    conversions: sum("conversions"),
  };
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 className="text-lg font-semibold tracking-tight">{t("live.title")}</h2>
          <p className="mt-1 text-sm text-slate-600 dark:text-slate-400">{t("live.note", { zone })}</p>
        </div>
        <p role="status" className="flex items-center gap-2 text-xs text-slate-600 dark:text-slate-400">
          <span
            aria-hidden="true"
            className={`size-2 rounded-full ${connection === "connected" ? "bg-teal-600" : "bg-slate-400"}`}
          />
          {t(`live.${connection}`)}
        </p>
      </div>
      <StatGrid columns={4} label={t("live.title")}>
        {Object.entries(figures).map(([name, value]) => (
          <Stat
            key={name}
            label={t(`live.${name as keyof typeof figures}`)}
            value={formatNumber(value, locale)}
          />
        ))}
      </StatGrid>
      <Card widget="live-minutes" title={t("live.chart")}>
        <LiveChart view={view} zone={zone} />
      </Card>
      <Card widget="live-events" title={t("live.newest")} note={t("live.newestNote")}>
        {view.events.length === 0 ? (
          <p className="text-sm text-slate-600 dark:text-slate-400">{t("live.waiting")}</p>
        ) : (
          <LiveEvents events={view.events} base={base} zone={zone} />
        )}
      </Card>
    </div>
  );
}
