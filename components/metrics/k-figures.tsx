import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { ViralCoefficient } from "#lib/answers/spread/viral-coefficient.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { generationIntervalMedian } from "#lib/metrics/generation-interval-median.ts";
import { k as kMetric } from "#lib/metrics/k.ts";
import { kTrend } from "#lib/metrics/k-trend.ts";
import { k0 as k0Metric } from "#lib/metrics/k0.ts";
import { metricWords } from "#lib/metrics/metric.ts";
import { describeEstimate } from "./describe-estimate.ts";
import { EstimateStat } from "./estimate-text.tsx";

interface FiguresProps {
  readonly data: ViralCoefficient;
  readonly locale: Locale;
  readonly t: Translate;
}

/** The four figures at the head of the page: K, K0, cycle time, trend. */
export function KFigures({ data, locale, t }: FiguresProps) {
  const { k, k0, cycle, reachedAge } = data;
  const ratio = (value: number) => formatRatio(value, locale);
  const duration = (value: number) => formatDuration(value, locale);
  const isShort = k.value !== null && k.within !== undefined;
  return (
    <StatGrid columns={4}>
      <EstimateStat
        {...metricWords(kMetric, locale)}
        {...(isShort ? { label: t("metrics.viral.kWithin", { age: duration(reachedAge) }) } : {})}
        estimate={k}
        format={ratio}
        t={t}
      />
      <EstimateStat {...metricWords(k0Metric, locale)} estimate={k0} format={ratio} t={t} />
      <EstimateStat
        {...metricWords(generationIntervalMedian, locale)}
        estimate={
          cycle.isAssumed && cycle.median.value !== null
            ? { ...cycle.median, note: "assumed-kernel" }
            : cycle.median
        }
        format={duration}
        t={t}
      />
      <TrendStat data={data} locale={locale} t={t} />
    </StatGrid>
  );
}

function TrendStat({ data: { trend, cohortGrain }, locale, t }: FiguresProps) {
  const { value, range } = describeEstimate(trend.ratio, (ratio) => formatRatio(ratio, locale), t);
  const figures =
    value === null || range === null
      ? t("metrics.viral.trend.needed")
      : t(`metrics.viral.trend.${cohortGrain}`, { ratio: value, range });
  return (
    <Stat
      {...metricWords(kTrend, locale)}
      value={t(`metrics.viral.trend.${trend.verdict}`)}
      note={trend.verdict === "survivors" ? `${t("metrics.viral.trend.survivors.why")}. ${figures}` : figures}
    />
  );
}
