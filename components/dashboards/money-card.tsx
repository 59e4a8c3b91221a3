import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { EstimateStat } from "#components/metrics/estimate-text.tsx";
import { Stat } from "#components/ui/stat.tsx";
import type { MoneyAnswer } from "#lib/answers/money/answer.ts";
import type { AcquisitionPrice } from "#lib/estimators/money.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What reaching and winning people cost, with what sharing earned (METRICS §5). */
export function MoneyCard(props: {
  money: MoneyAnswer | null;
  currency: string | null;
  locale: Locale;
  t: Translate;
}) {
  const { money, currency, locale, t } = props;
  const format = (amount: number) => formatMoney(amount, currency, locale);
  if (money === null)
    return (
      <ChartFrame widget="money" title={t("money.title")} definition={t("money.definition")}>
        <p className="text-sm text-slate-600 dark:text-slate-400">{t("money.none")}</p>
      </ChartFrame>
    );
  const { paidOnly, effective, viralLift } = money.cost;
  return (
    <ChartFrame
      widget="money"
      title={t("money.title")}
      definition={t("money.definition")}
      note={t("money.note", { spend: format(money.spend), seeds: money.paidSeeds, sharers: money.paidReach })}
    >
      <dl className="-mx-5 grid grid-cols-2 lg:grid-cols-3">
        <Stat
          label={t("money.perSeed")}
          value={money.pricePerSeed === null ? t("common.none") : format(money.pricePerSeed)}
        />
        <EstimateStat
          label={t("money.earned")}
          definition={t("money.earned.definition")}
          estimate={money.earnedReachPrice}
          {...{ format, t }}
        />
        <Stat
          label={t("money.lift")}
          definition={t("money.lift.definition")}
          value={viralLift === null ? t("common.none") : formatPercent(viralLift, locale)}
        />
        <Price name="paidCpa" price={paidOnly} {...{ format, t }} />
        <Price name="effectiveCpa" price={effective} {...{ format, t }} />
        {money.nowcast === null ? null : (
          <EstimateStat
            label={t("money.nowcast")}
            definition={t("money.nowcast.definition")}
            estimate={money.nowcast}
            {...{ format, t }}
          />
        )}
      </dl>
    </ChartFrame>
  );
}

function Price(props: {
  name: "paidCpa" | "effectiveCpa";
  price: AcquisitionPrice;
  format: (amount: number) => string;
  t: Translate;
}) {
  const { name, price, format, t } = props;
  const named = { label: t(`money.${name}`), definition: t(`money.${name}.definition`) };
  if (price.atLeast === null) return <EstimateStat {...named} estimate={price.price} {...{ format, t }} />;
  return (
    <Stat {...named} value={t("common.none")} note={t("money.atLeast", { price: format(price.atLeast) })} />
  );
}
