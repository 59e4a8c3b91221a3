import { EstimateStat } from "#components/metrics/estimate-text.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { OverviewFigures as Figures } from "#lib/answers/overview/answer.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { generationIntervalMedian } from "#lib/metrics/generation-interval-median.ts";
import { k as kMetric } from "#lib/metrics/k.ts";
import { metricWords } from "#lib/metrics/metric.ts";
import { Delta } from "./delta.tsx";

const COMPACT_FROM = 100_000;

/** Is it spreading, faster or slower: the figures of a period, each with how it moved. */
export function OverviewFigures(props: {
  now: Figures;
  /** Undefined: nothing is compared; null: there is nothing to compare with. */
  before: Figures | null | undefined;
  locale: Locale;
  t: Translate;
}) {
  const { now, before, locale, t } = props;
  const percent = (value: number) => formatPercent(value, locale);
  const ratio = (value: number) => formatRatio(value, locale);
  const duration = (value: number) => formatDuration(value, locale);
  const count = (value: number) => formatNumber(value, locale, { compact: value >= COMPACT_FROM });
  const moved = (
    read: (figures: Figures) => number | null,
    format: (value: number) => string,
    good: "up" | "down" = "up",
  ) =>
    before === undefined
      ? {}
      : {
          delta: (
            <Delta
              now={read(now)}
              before={before === null ? null : read(before)}
              {...{ good, format, locale, t }}
            />
          ),
        };
  const own = (name: "shareRate" | "earnedShare") => ({
    label: t(`overview.${name}`),
    definition: t(`overview.${name}.definition`),
  });
  const estimates = [
    { name: "shareRate", words: own("shareRate"), format: percent, good: "up" },
    { name: "k", words: metricWords(kMetric, locale), format: ratio, good: "up" },
    {
      name: "cycleTime",
      words: metricWords(generationIntervalMedian, locale),
      format: duration,
      good: "down",
    },
    { name: "earnedShare", words: own("earnedShare"), format: percent, good: "up" },
  ] as const;
  return (
    <StatGrid columns={6}>
      <Stat
        label={t("overview.people")}
        definition={t("overview.people.definition")}
        value={count(now.people)}
        exact={formatNumber(now.people, locale)}
        {...moved((figures) => figures.people, count)}
      />
      {estimates.map(({ name, words, format, good }) => (
        <EstimateStat
          key={name}
          {...words}
          estimate={now[name]}
          {...{ format, t }}
          {...moved((figures) => measured(figures[name]), format, good)}
        />
      ))}
      <Stat
        label={t("overview.conversions")}
        definition={t("overview.conversions.definition")}
        value={count(now.conversions)}
        exact={formatNumber(now.conversions, locale)}
        {...(now.conversionRate.value === null
          ? {}
          : { note: t("overview.conversions.rate", { rate: percent(now.conversionRate.value) }) })}
        {...moved((figures) => figures.conversions, count)}
      />
    </StatGrid>
  );
}

/** What was assumed is not compared with what was measured. */
function measured({ value, note }: Estimate): number | null {
  return note === "assumed-kernel" ? null : value;
}
