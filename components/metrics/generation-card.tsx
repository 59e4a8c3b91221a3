import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { ChartMessage } from "#components/charts/chart-message.tsx";
import type { GenerationRow } from "#lib/answers/spread/viral-coefficient.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { KTable } from "./k-table.tsx";

/** K at each step from the seed, with the warning that later generations are a selection. */
export function GenerationCard(props: {
  generations: readonly GenerationRow[];
  /** It is too early to hold K against 1. */
  isEarly: boolean;
  locale: Locale;
  t: Translate;
}) {
  const { generations, isEarly, locale, t } = props;
  return (
    <ChartFrame
      widget="generations"
      title={t("metrics.generations.title")}
      definition={t("metrics.generations.definition")}
    >
      {generations.length < 2 ? (
        <ChartMessage text={t("metrics.generations.empty")} />
      ) : (
        <>
          <p className="mb-4 max-w-3xl border-s-2 border-amber-500 ps-3 text-slate-700 dark:text-slate-300">
            {t("metrics.generations.warning")}
          </p>
          <KTable
            head={[
              t("metrics.generations.generation"),
              t("metrics.generations.shares"),
              t("metrics.generations.children"),
            ]}
            rows={generations.map(({ generation, andLater, shares, children, k }) => ({
              name: andLater
                ? t("metrics.generations.andLater", { generation })
                : formatNumber(generation, locale),
              counts: [shares, children],
              k,
            }))}
            isEarly={isEarly}
            locale={locale}
            t={t}
          />
        </>
      )}
    </ChartFrame>
  );
}
