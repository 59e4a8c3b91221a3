import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import type { CampaignForecast } from "#lib/answers/forecast/forecast.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What the forecast starts from, and how far off such forecasts were. */
export function ForecastFigures(props: { data: CampaignForecast; locale: Locale; t: Translate }) {
  const { data, locale, t } = props;
  const horizon = formatDuration(data.horizon, locale);
  const { medianError } = data;
  return (
    <StatGrid columns={4}>
      {(["size", "alive", "finished"] as const).map((name) => (
        <Stat
          key={name}
          label={t(`metrics.forecast.${name}`)}
          definition={t(`metrics.forecast.${name}.definition`, { horizon })}
          value={formatNumber(data[name], locale)}
        />
      ))}
      <Stat
        label={t("metrics.forecast.error")}
        definition={t("metrics.forecast.error.definition")}
        {...(medianError === null
          ? { value: t("common.none"), note: t("metrics.forecast.error.none") }
          : { value: `\u2066± ${formatPercent(medianError, locale)}\u2069` })}
      />
    </StatGrid>
  );
}
