import { ChartFrame } from "#components/charts/chart-frame.tsx";
import type { ArmComparison } from "#lib/answers/arms/arm-comparison.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { comparisonWords } from "./comparison-words.ts";
import { KTable } from "./k-table.tsx";
import { PairTable } from "./pair-table.tsx";

const SIGNIFICANT = 0.05;

interface ComparisonProps {
  readonly data: ArmComparison;
  readonly locale: Locale;
  readonly t: Translate;
}

/** Which channel or variant spreads better: in words, then arm by arm, then pair by pair. */
export function ComparisonCard({ data, locale, t }: ComparisonProps) {
  const { by, arms, pairs } = data;
  return (
    <ChartFrame
      widget={`compare-by-${by}`}
      title={t(`metrics.compare.title.${by}`)}
      definition={t("metrics.compare.definition")}
      aside={
        arms.length > 1 ? (
          <span
            title={t("metrics.compare.exploratory.text")}
            className="rounded-full bg-amber-100 px-2 py-0.5 text-xs font-medium text-amber-900 dark:bg-amber-950 dark:text-amber-200"
          >
            {t("metrics.compare.exploratory")}
          </span>
        ) : undefined
      }
    >
      <Words data={data} locale={locale} t={t} />
      {arms.length === 0 ? null : (
        <div className="mt-5">
          <KTable
            head={[
              t(`metrics.compare.arm.${by}`),
              t("metrics.compare.cascades"),
              t("metrics.compare.shares"),
              t("metrics.compare.children"),
            ]}
            rows={arms.map(({ name, cascades, shares, children, k }) => ({
              name,
              counts: [cascades, shares, children],
              k,
            }))}
            locale={locale}
            t={t}
          />
        </div>
      )}
      {pairs.length === 0 ? null : <PairTable pairs={pairs} locale={locale} t={t} />}
    </ChartFrame>
  );
}

function Words({ data, locale, t }: ComparisonProps) {
  const { overall, needed, arms } = data;
  const [first, ...rest] = comparisonWords(data, locale, t);
  const overallWords =
    overall === null || arms.length < 3
      ? null
      : t("metrics.compare.overall", {
          words: t(`metrics.compare.overall.${overall < SIGNIFICANT ? "differ" : "same"}`, {
            p: formatRatio(overall, locale),
          }),
        });
  const footnotes = [
    overallWords,
    needed === null ? null : t("metrics.compare.needed", { needed: Math.ceil(needed) }),
    arms.length > 1 ? t("metrics.compare.exploratory.text") : null,
  ].filter((text) => text !== null);
  return (
    <div className="max-w-3xl">
      <p className="text-lg font-semibold leading-snug">{first}</p>
      {rest.length > 0 ? (
        <ul className="mt-2 grid gap-1 text-slate-700 dark:text-slate-300">
          {rest.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      {footnotes.length > 0 ? (
        <p className="mt-2 text-xs text-slate-500 dark:text-slate-400">{footnotes.join(" ")}</p>
      ) : null}
    </div>
  );
}
