import { ChartFrame } from "#components/charts/chart-frame.tsx";
import type { ArmComparison } from "#lib/answers/arms/arm-comparison.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { ComparisonFindings } from "./comparison-findings.tsx";
import { judgingWords } from "./comparison-notes.ts";
import { KTable } from "./k-table.tsx";
import { PairTable } from "./pair-table.tsx";

const WIDGETS = {
  channel: "compare-by-channel",
  variant: "compare-by-variant",
  side: "compare-arms",
} as const;

/** Which channel, variant or side spreads better: in words, then arm by arm, then pair by pair. */
export function ComparisonCard(props: {
  readonly data: ArmComparison;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const { data, locale, t } = props;
  const { by, arms, pairs, pooling } = data;
  return (
    <ChartFrame
      widget={WIDGETS[by]}
      title={t(`comparison.title.${by}`)}
      definition={t("comparison.definition")}
      {...(arms.length > 1 ? { note: judgingWords(data, locale, t)[1] } : {})}
      aside={arms.length > 1 ? <JudgingBadge {...props} /> : undefined}
    >
      <ComparisonFindings {...props} isLarge />
      {arms.length === 0 ? null : (
        <div className="mt-5">
          <KTable
            head={[
              t(`comparison.arm.${by}`),
              t("comparison.seeds"),
              t("comparison.cascades"),
              t("comparison.cases.k"),
              t("comparison.events.k"),
            ]}
            rows={arms.map(({ name, seeds, cascades, cases, events, rate, pooled }) => ({
              name,
              counts: [seeds, cascades, cases, events],
              k: rate,
              ...(pooling === "too-few" ? {} : { pooled }),
            }))}
            locale={locale}
            t={t}
          />
          {pooling === "alike" ? (
            <p className="mt-3 text-xs text-slate-600 dark:text-slate-400">
              {t("metrics.pooled.alike", { name: t("channels.column.k") })}
            </p>
          ) : null}
        </div>
      )}
      {pairs.length === 0 ? null : <PairTable pairs={pairs} locale={locale} t={t} />}
    </ChartFrame>
  );
}

/** How it is judged, in two or three words. */
export function JudgingBadge(props: { data: ArmComparison; locale: Locale; t: Translate }) {
  const [short] = judgingWords(props.data, props.locale, props.t);
  return (
    <span className="rounded-full bg-slate-100 px-2 py-0.5 text-xs font-medium text-slate-800 dark:bg-slate-800 dark:text-slate-200">
      {short}
    </span>
  );
}
