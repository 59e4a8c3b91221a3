import { OverviewStats } from "#components/campaigns/overview-stats.tsx";
import { SetAside } from "#components/campaigns/set-aside.tsx";
import type { ReportOverview } from "#lib/domain/report-figures.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** The figures of a report's days, and which of them look beyond those days. */
export function ReportFigures(props: { overview: ReportOverview; locale: Locale; t: Translate }) {
  const { overview, locale, t } = props;
  const { skews, cuts, cascades } = overview;
  const setAside = { quarantined: 0, skews, cuts };
  return (
    <div className="space-y-3">
      <OverviewStats
        overview={{ ...overview, firstShareAt: null, lastShareAt: null, setAside }}
        {...{ locale, t }}
      />
      <p className="max-w-3xl text-xs text-slate-600 dark:text-slate-400">
        {t("reports.public.meaning", { count: cascades })}
      </p>
      <SetAside {...setAside} t={t} />
    </div>
  );
}
