import { SetAside } from "#components/campaigns/set-aside.tsx";
import { viralityNote } from "#components/campaigns/shape-stats.tsx";
import { EstimateStat } from "#components/metrics/estimate-text.tsx";
import { verdictWords } from "#components/metrics/verdict-words.ts";
import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { ReportOverview } from "#lib/answers/report/answer.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { depth as depthMetric } from "#lib/metrics/depth.ts";
import { k as kMetric } from "#lib/metrics/k.ts";
import { metricWords } from "#lib/metrics/metric.ts";
import { seeds as seedsMetric } from "#lib/metrics/seeds.ts";
import { size } from "#lib/metrics/size.ts";
import { structuralVirality } from "#lib/metrics/structural-virality.ts";

const COMPACT_FROM = 100_000;

/** The figures of a report's days, and which of them look beyond those days. */
export function ReportFigures(props: { overview: ReportOverview; locale: Locale; t: Translate }) {
  const { overview, locale, t } = props;
  const { people, shares, seeds, k, horizon, shape } = overview;
  const { title, sentence } = verdictWords(k, { horizon, locale, t });
  const count = (value: number) => formatNumber(value, locale, { compact: value >= COMPACT_FROM });
  const counts = [
    { label: t("overview.people"), definition: t("overview.people.definition"), value: people },
    {
      ...metricWords(size, locale),
      value: shares,
      ...(shape.orphans > 0 ? { note: t("campaigns.stat.shares.orphans", { count: shape.orphans }) } : {}),
    },
    { ...metricWords(seedsMetric, locale), value: seeds },
  ];
  const { depth, medianVirality } = shape;
  return (
    <div className="space-y-3">
      <p className="max-w-3xl text-sm">
        <span className="font-medium">{title}.</span> {sentence}
      </p>
      <StatGrid columns={6}>
        {counts.map(({ value, ...shown }) => (
          <Stat key={shown.label} {...shown} value={count(value)} exact={formatNumber(value, locale)} />
        ))}
        <EstimateStat
          {...metricWords(kMetric, locale)}
          estimate={k}
          format={(value) => formatRatio(value, locale)}
          t={t}
        />
        <Stat
          {...metricWords(depthMetric, locale)}
          value={depth === null ? t("common.none") : count(depth)}
        />
        <Stat
          {...metricWords(structuralVirality, locale)}
          value={medianVirality === null ? t("common.none") : formatRatio(medianVirality, locale)}
          {...viralityNote(shape, locale, t)}
        />
      </StatGrid>
      <p className="max-w-3xl text-xs text-slate-600 dark:text-slate-400">
        {t("reports.public.meaning", { count: shape.cascades })}
      </p>
      <SetAside quarantined={0} skews={shape.skews} cuts={shape.cuts} t={t} />
    </div>
  );
}
