import { Card } from "#components/ui/card.tsx";
import type { ColdStart } from "#lib/answers/forecast/forecast.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Two scenarios for a workspace without history; said not to be a prediction interval. */
export function ColdStartCard(props: { coldStart: ColdStart; locale: Locale; t: Translate }) {
  const { coldStart, locale, t } = props;
  const { pace, size } = coldStart;
  return (
    <Card title={t("metrics.forecast.scenarios.title")} note={t("metrics.forecast.scenarios.note")}>
      <p className="text-slate-700 dark:text-slate-300">
        {t("metrics.forecast.scenarios.pace", { pace, size: formatNumber(size, locale) })}
      </p>
      <dl className="mt-5 grid max-w-xl grid-cols-2 gap-4">
        {(["fading", "lasting"] as const).map((name) => (
          <div key={name} className="border-s-2 border-dashed border-slate-400 ps-3 dark:border-slate-500">
            <dt className="text-xs font-medium text-slate-600 dark:text-slate-400">
              {t(`metrics.forecast.scenarios.${name}`)}
            </dt>
            <dd className="mt-0.5 text-2xl font-semibold tabular-nums tracking-tight">
              {formatNumber(Math.round(coldStart[name]), locale)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
