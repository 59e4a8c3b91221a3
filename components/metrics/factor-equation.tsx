import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { ChartMessage } from "#components/charts/chart-message.tsx";
import type { ViralCoefficient } from "#lib/answers/spread/viral-coefficient.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** K so far as an equation: visits per share × part of the visitors who share × shares of each. */
export function FactorEquation(props: {
  factors: ViralCoefficient["factors"];
  naive: number | null;
  locale: Locale;
  t: Translate;
}) {
  const { factors, naive, locale, t } = props;
  const { visitsPerShare, shareRate, sharesPerSharer } = factors;
  const isKnown = visitsPerShare !== null && shareRate !== null && sharesPerSharer !== null;
  return (
    <ChartFrame
      widget="k-factors"
      title={t("metrics.factors.title")}
      definition={t("metrics.factors.definition")}
      note={t("metrics.factors.note")}
    >
      {isKnown && naive !== null ? (
        <ol className="grid grid-cols-[auto_auto] justify-between gap-x-4 gap-y-5 sm:grid-cols-[repeat(4,auto)]">
          <Term value={formatRatio(visitsPerShare, locale)} label={t("metrics.factors.visits")} />
          <Term sign="×" value={formatPercent(shareRate, locale)} label={t("metrics.factors.rate")} />
          <Term sign="×" value={formatRatio(sharesPerSharer, locale)} label={t("metrics.factors.shares")} />
          <Term sign="≈" value={formatRatio(naive, locale)} label={t("metrics.factors.k")} />
        </ol>
      ) : (
        <ChartMessage text={t("metrics.factors.unknown")} />
      )}
    </ChartFrame>
  );
}

function Term({ sign, value, label }: { sign?: string; value: string; label: string }) {
  return (
    <li className="flex items-baseline gap-3">
      {sign === undefined ? null : (
        <span className="w-3 shrink-0 text-lg text-slate-500 dark:text-slate-400">{sign}</span>
      )}
      <span>
        <span className="block text-2xl font-semibold tabular-nums tracking-tight">{value}</span>
        <span className="mt-0.5 block text-xs text-slate-600 dark:text-slate-400">{label}</span>
      </span>
    </li>
  );
}
