import { ForecastChart } from "#components/charts/forecast-chart.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { CampaignForecast } from "#lib/answers/forecast/forecast.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { CascadeForecastTable } from "./cascade-forecast-table.tsx";
import { ForecastFigures } from "./forecast-figures.tsx";
import { ForecastHeadline } from "./forecast-headline.tsx";
import { ForecastScoresCard } from "./forecast-scores-card.tsx";
import { GoalCard } from "./goal-card.tsx";
import { GrowthCard, ScenariosCard } from "./scenarios-card.tsx";

interface ForecastViewProps {
  readonly data: CampaignForecast;
  /** Final size asked for in the address; null when none is. */
  readonly goal: number | null;
  readonly cascadesPath: string;
  readonly zone: string;
  /** The team's notes, by time. */
  readonly notes: readonly Annotation[];
  readonly locale: Locale;
  readonly t: Translate;
}

/** How far the campaign will go, or why that cannot be said. */
export function ForecastView(props: ForecastViewProps) {
  const { data, goal, notes, zone, locale, t } = props;
  const { asOf, size, horizon, curve, total } = data;
  if (size === 0) {
    return <EmptyState title={t("metrics.viral.empty.title")} text={t("metrics.forecast.empty.text")} />;
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Answer {...props} />
      <ForecastFigures data={data} locale={locale} t={t} />
      <ForecastChart
        forecast={{ asOf, size, horizon, curve, total }}
        goal={total === null || total.isUnlike ? null : goal}
        zone={zone}
        notes={notes}
      />
      {data.cascades.length > 0 ? <CascadeForecastTable {...props} cascades={data.cascades} /> : null}
      <ForecastScoresCard scores={data.scores} locale={locale} t={t} />
    </div>
  );
}

function Answer({ data, goal, locale, t }: ForecastViewProps) {
  const { total, grows, scenarios, alive, finished, size } = data;
  if (grows !== null) return <GrowthCard grows={grows} locale={locale} t={t} />;
  const told = scenarios === null ? null : <ScenariosCard scenarios={scenarios} locale={locale} t={t} />;
  if (total !== null) {
    return (
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ForecastHeadline data={{ ...data, total }} locale={locale} t={t} />
        {total.isUnlike ? told : <GoalCard data={data} goal={goal} locale={locale} t={t} />}
      </div>
    );
  }
  if (alive === 0) {
    const horizon = formatDuration(data.horizon, locale);
    const text = t("metrics.forecast.still.text", { horizon, size: formatNumber(size, locale) });
    return <EmptyState title={t("metrics.forecast.still.title")} text={text} />;
  }
  return (
    <>
      <EmptyState
        title={t("metrics.forecast.young.title")}
        text={t("metrics.forecast.young.text", { finished })}
      />
      {told}
    </>
  );
}
