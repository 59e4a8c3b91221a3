import type { Estimate } from "#lib/domain/estimate.ts";
import { thresholdVerdict } from "#lib/estimators/threshold-verdict.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const LEAST_END = 1.5;

/** K and its interval on a line from 0, with the mark at 1 that decides, unless it is too early for that. */
export function KScale({ k, locale, t }: { k: Estimate & { value: number }; locale: Locale; t: Translate }) {
  const isCompared = thresholdVerdict(k) !== "too-early";
  const { value, low = value, high = value } = k;
  const reach = Number.isFinite(high) ? high : 2 * value;
  const end = Math.max(LEAST_END, Math.ceil(reach * 2.2) / 2);
  const at = (position: number) => `${(100 * Math.min(position, end)) / end}%`;
  return (
    <figure
      dir="ltr"
      role="img"
      aria-label={t(isCompared ? "metrics.viral.scale" : "metrics.viral.scale.early")}
      className="relative px-3 pb-7 pt-12"
    >
      <div className="relative h-2.5 rounded-full bg-gradient-to-r from-slate-100 to-slate-200 dark:from-slate-800 dark:to-slate-700">
        {low < high ? (
          <span
            style={{ left: at(low), width: `${(100 * (Math.min(high, end) - Math.min(low, end))) / end}%` }}
            className="absolute -inset-y-2 min-w-1 rounded-sm bg-teal-600/30 dark:bg-teal-400/35"
          />
        ) : null}
        {isCompared ? (
          <span
            style={{ left: at(1) }}
            className="absolute -inset-y-2.5 w-0.5 -translate-x-1/2 bg-slate-900 dark:bg-slate-100"
          />
        ) : null}
        <span
          style={{ left: at(value) }}
          className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-teal-700 dark:bg-teal-400"
        />
        <span
          style={{ left: at(value) }}
          className="absolute -top-10 -translate-x-1/2 whitespace-nowrap text-sm font-semibold tabular-nums"
        >
          K {formatRatio(value, locale)}
        </span>
        <span className="absolute start-0 top-6 -translate-x-1/2 text-xs tabular-nums text-slate-600 dark:text-slate-400">
          0
        </span>
        {isCompared ? (
          <span
            style={{ left: at(1) }}
            dir="auto"
            className="absolute top-6 -translate-x-1/2 whitespace-nowrap text-xs font-medium"
          >
            {t("metrics.viral.scale.one")}
          </span>
        ) : null}
        <span className="absolute end-0 top-6 translate-x-1/2 text-xs tabular-nums text-slate-600 dark:text-slate-400">
          {formatNumber(end, locale)}
        </span>
      </div>
    </figure>
  );
}
