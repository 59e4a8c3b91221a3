import { Card } from "#components/ui/card.tsx";
import type { Scenarios } from "#lib/answers/forecast/forecast.ts";
import type { GrowthScenarios } from "#lib/estimators/forecast/still-grows.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Two scenarios where no interval is known; said not to be a prediction interval. */
export function ScenariosCard(props: { scenarios: Scenarios; locale: Locale; t: Translate }) {
  const { scenarios, locale, t } = props;
  const { pace, size } = scenarios;
  return (
    <Card title={t("metrics.forecast.scenarios.title")} note={t("metrics.forecast.scenarios.note")}>
      <p className="text-slate-700 dark:text-slate-300">
        {t("metrics.forecast.scenarios.pace", { pace, size: formatNumber(size, locale) })}
      </p>
      <dl className="mt-5 grid max-w-xl grid-cols-2 gap-4">
        {(["fading", "lasting"] as const).map((name) => (
          <Scenario
            key={name}
            label={t(`metrics.forecast.scenarios.${name}`)}
            size={scenarios[name]}
            locale={locale}
          />
        ))}
      </dl>
    </Card>
  );
}

/** A campaign that feeds itself: where it stands if it stops, or keeps its pace for a while. */
export function GrowthCard(props: { grows: GrowthScenarios; locale: Locale; t: Translate }) {
  const { grows, locale, t } = props;
  const pace = formatNumber(Math.round(grows.pace), locale);
  return (
    <Card title={t("metrics.forecast.grows.title")} note={t("metrics.forecast.scenarios.none")}>
      <p className="max-w-3xl text-slate-700 dark:text-slate-300">
        {t("metrics.forecast.grows.text", { pace })}
      </p>
      <dl className="mt-5 grid grid-cols-2 gap-4 lg:grid-cols-4">
        <Scenario label={t("metrics.forecast.grows.stops")} size={grows.stops} locale={locale} />
        {grows.keeps.map(({ days, size }) => (
          <Scenario
            key={days}
            label={t("metrics.forecast.grows.keeps", { days })}
            size={size}
            locale={locale}
          />
        ))}
      </dl>
    </Card>
  );
}

function Scenario({ label, size, locale }: { label: string; size: number; locale: Locale }) {
  return (
    <div className="border-s-2 border-dashed border-slate-400 ps-3 dark:border-slate-500">
      <dt className="text-xs font-medium text-slate-600 dark:text-slate-400">{label}</dt>
      <dd className="mt-0.5 text-2xl font-semibold tabular-nums tracking-tight">
        {formatNumber(Math.round(size), locale)}
      </dd>
    </div>
  );
}
