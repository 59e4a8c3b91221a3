import { surfaceClass } from "#components/ui/surface-class.ts";
import type { CampaignForecast } from "#lib/answers/forecast/forecast.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface HeadlineProps {
  readonly data: CampaignForecast & { readonly total: NonNullable<CampaignForecast["total"]> };
  readonly locale: Locale;
  readonly t: Translate;
}

/** The expected final size with its two ranges, or why it has none, and what it was learned from. */
export function ForecastHeadline({ data, locale, t }: HeadlineProps) {
  const { total, size, horizon, method, basis } = data;
  const { band, final, isUnlike } = total;
  const whole = (value: number) => formatNumber(Math.round(value), locale);
  const rangeOf = (low: number | null, high: number | null) =>
    low === null || high === null
      ? t("common.none")
      : t("metrics.range.plain", { low: whole(low), high: whole(high) });
  return (
    <section className={`${surfaceClass} flex flex-col justify-between gap-5 p-4 sm:p-5`}>
      <div>
        <p className="text-xs font-medium text-slate-600 dark:text-slate-400">
          {t("metrics.forecast.headline.label")}
        </p>
        <h2 className="mt-1 text-3xl font-semibold tabular-nums tracking-tight">
          {t("metrics.forecast.headline", { final: whole(final) })}
        </h2>
        <p className="mt-2 text-slate-700 dark:text-slate-300">
          {t("metrics.forecast.more", {
            more: whole(Math.max(0, final - size)),
            horizon: formatDuration(horizon, locale),
          })}
        </p>
      </div>
      {isUnlike ? (
        <div className="border-s-2 border-amber-500 ps-3">
          <p className="font-semibold">{t("metrics.forecast.unlike.title")}</p>
          <p className="mt-1 text-sm text-slate-700 dark:text-slate-300">
            {t("metrics.forecast.unlike.text")}
          </p>
        </div>
      ) : (
        <dl className="grid grid-cols-2 gap-4">
          <Range label={t("metrics.forecast.band80")} text={rangeOf(band.low80, band.high80)} />
          <Range label={t("metrics.forecast.band95")} text={rangeOf(band.low95, band.high95)} />
        </dl>
      )}
      {method === null ? null : (
        <p className="text-xs text-slate-500 dark:text-slate-400">
          {t(`metrics.forecast.method.${method}`)}
          {isUnlike ? null : ` ${t(`metrics.forecast.basis.${basis.kind}`, { count: basis.count })}`}
        </p>
      )}
    </section>
  );
}

function Range({ label, text }: { label: string; text: string }) {
  return (
    <div className="border-s-2 border-teal-700 ps-3 dark:border-teal-400">
      <dt className="text-xs font-medium text-slate-600 dark:text-slate-400">{label}</dt>
      <dd className="mt-0.5 text-base font-semibold tabular-nums">{text}</dd>
    </div>
  );
}
