import { ChartFigures } from "#components/charts/chart-figures.tsx";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { ChartMessage } from "#components/charts/chart-message.tsx";
import { TailChart } from "#components/charts/tail-chart.tsx";
import type { Offspring } from "#lib/answers/spread/viral-coefficient.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRarePercent } from "#lib/format/format-rare-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeEstimate, type EstimateWords } from "./describe-estimate.ts";

/** From here on the curve says more than its points (METRICS §11). */
const LEAST_PARENTS = 10;

interface OffspringProps {
  readonly offspring: Offspring;
  readonly horizon: number;
  readonly locale: Locale;
  readonly t: Translate;
}

/** Whether everybody passes it on a little or a few carry it: four figures, and the tail against the model. */
export function OffspringCard({ offspring, horizon, locale, t }: OffspringProps) {
  const { shares, withoutChild, tail, isHeavier } = offspring;
  const age = formatDuration(horizon, locale);
  const parents = Math.round(shares * (1 - (withoutChild ?? 1)));
  return (
    <ChartFrame
      widget="offspring"
      title={t("metrics.tail.title")}
      definition={t("metrics.tail.definition")}
      note={t("metrics.tail.note", { shares, horizon: age })}
    >
      {withoutChild === null ? (
        <ChartMessage text={t("metrics.tail.empty", { horizon: age })} />
      ) : (
        <>
          <OffspringFigures offspring={offspring} withoutChild={withoutChild} locale={locale} t={t} />
          {isHeavier && parents >= LEAST_PARENTS ? (
            <p className="mb-3 border-s-2 border-amber-500 ps-3 text-slate-700 dark:text-slate-300">
              {t("metrics.tail.heavier")}
            </p>
          ) : null}
          {parents < LEAST_PARENTS ? (
            <ChartMessage text={t("metrics.tail.few")} />
          ) : (
            <TailChart tail={tail} />
          )}
        </>
      )}
    </ChartFrame>
  );
}

/** The range and what to know of it, one or neither. */
function withNote({ range, note }: EstimateWords): string | null {
  const words = [range, note].filter((text) => text !== null);
  return words.length === 0 ? null : words.join(". ");
}

function OffspringFigures(props: Omit<OffspringProps, "horizon"> & { withoutChild: number }) {
  const { offspring, withoutChild, locale, t } = props;
  const percent = (part: number) => formatPercent(part, locale);
  const concentration = describeEstimate(offspring.concentration80, percent, t);
  const dispersion = describeEstimate(offspring.dispersion, (k) => formatRatio(k, locale), t);
  const more = describeEstimate(offspring.tenMore, (part) => formatRarePercent(part, locale), t);
  return (
    <ChartFigures
      figures={[
        { value: percent(withoutChild), label: t("metrics.tail.without") },
        {
          value: concentration.value ?? t("common.none"),
          label: t("metrics.tail.concentration"),
          note: concentration.note,
        },
        {
          value: dispersion.value ?? t("common.none"),
          label: t("metrics.tail.dispersion"),
          definition: t("metrics.tail.dispersion.definition"),
          note: withNote(dispersion),
        },
        {
          value: more.value ?? t("common.none"),
          label: t("metrics.tail.tenMore"),
          definition: t("metrics.tail.tenMore.definition"),
          note: withNote(more),
        },
      ]}
    />
  );
}
