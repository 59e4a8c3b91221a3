import { CohortChart } from "#components/charts/cohort-chart.tsx";
import { LagHistogram } from "#components/charts/lag-histogram.tsx";
import { RtChart } from "#components/charts/rt-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ViralCoefficient } from "#lib/answers/spread/viral-coefficient.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import { thresholdVerdict } from "#lib/estimators/threshold-verdict.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { FactorEquation } from "./factor-equation.tsx";
import { GenerationCard } from "./generation-card.tsx";
import { KFigures } from "./k-figures.tsx";
import { KVerdict } from "./k-verdict.tsx";
import { ModeCard } from "./mode-card.tsx";
import { OffspringCard } from "./offspring-card.tsx";
import { WhatIfStrip } from "./what-if-strip.tsx";

/** Whether the campaign sustains itself, how certain that is, and what it hangs on. */
export function ViralCoefficientView(props: {
  data: ViralCoefficient;
  zone: string;
  /** The team's notes, by time. */
  notes: readonly Annotation[];
  locale: Locale;
  t: Translate;
}) {
  const { data, notes, zone, locale, t } = props;
  const { k, k0, seeds, factors, naive, horizon } = data;
  if (data.sharers + seeds === 0) {
    return <EmptyState title={t("metrics.viral.empty.title")} text={t("metrics.viral.empty.text")} />;
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <KVerdict data={data} zone={zone} locale={locale} t={t} />
      <KFigures data={data} locale={locale} t={t} />
      <RtChart points={data.rt} within={data.rtWithin} later={data.later} zone={zone} notes={notes} />
      <CohortChart
        cohorts={data.cohorts}
        cohortGrain={data.cohortGrain}
        trend={data.trend}
        horizon={horizon}
        later={data.later}
        zone={zone}
        notes={notes}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-2">
        <FactorEquation factors={factors} naive={naive} locale={locale} t={t} />
        <ModeCard modes={data.modes} locale={locale} t={t} />
        <LagHistogram cycle={data.cycle} />
        <OffspringCard offspring={data.offspring} horizon={horizon} locale={locale} t={t} />
      </div>
      <GenerationCard
        generations={data.generations}
        isEarly={thresholdVerdict(k) === "too-early"}
        locale={locale}
        t={t}
      />
      {k.value === null || k0.value === null ? null : k.within !== undefined || k0.within !== undefined ? (
        <Card title={t("metrics.whatIf.title")}>
          <p>{t("metrics.why.too-early")}</p>
        </Card>
      ) : (
        <WhatIfStrip k={k.value} k0={k0.value} seeds={seeds} />
      )}
    </div>
  );
}
