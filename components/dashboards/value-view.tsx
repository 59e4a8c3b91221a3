import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { ScoreChart } from "#components/charts/score-chart.tsx";
import { EstimateStat } from "#components/metrics/estimate-text.tsx";
import { Definition } from "#components/ui/definition.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { surfaceClass } from "#components/ui/surface-class.ts";
import { namedRows } from "#lib/answers/table.ts";
import type { RatingPanel, ValueAnswer } from "#lib/answers/value/answer.ts";
import { valueReceiverTable, valueSenderTable } from "#lib/answers/value/table.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const TONE: Readonly<Record<ValueAnswer["verdict"], string>> = {
  convinces: "border-s-teal-600",
  "spreads-only": "border-s-amber-600",
  unclear: "border-s-slate-400",
  "too-few": "border-s-slate-400",
};

/** What both sides get out of it, side by side, and what that says of the campaign. */
export function ValueView(props: {
  value: ValueAnswer;
  currency: string | null;
  locale: Locale;
  t: Translate;
}) {
  const { value, currency, locale, t } = props;
  const { sender, receiver, verdict, scale } = value;
  const percent = (part: number) => formatPercent(part, locale);
  const rate = <K extends string>(
    name: K,
    panel: Readonly<Record<K, ValueAnswer["sender"]["shareRate"]>>,
  ) => ({
    label: t(`value.${name}` as "value.shareRate"),
    definition: t(`value.${name}.definition` as "value.shareRate.definition"),
    estimate: panel[name],
    format: percent,
    t,
  });
  return (
    <div className="space-y-6">
      <div className={`${surfaceClass} relative border-s-4 p-4 ${TONE[verdict]}`}>
        <p className="text-sm font-medium">
          <Definition
            term={t(`value.verdict.${verdict}`)}
            text={t("value.verdict.definition", { middle: (scale.low + scale.high) / 2 })}
          />
        </p>
      </div>
      <div className="grid gap-6 lg:grid-cols-2">
        <ChartFrame widget="value-sender" title={t("value.sender")} definition={t("value.sender.definition")}>
          <dl className="-mx-5 grid grid-cols-2">
            <Rating panel={sender} {...{ scale, locale, t }} />
            <EstimateStat {...rate("shareRate", sender)} />
            <EstimateStat {...rate("repeatRate", sender)} />
            <EstimateStat {...rate("stayRate", sender)} />
          </dl>
          <ScoreChart figures={namedRows(valueSenderTable, value)} label={t("value.sender")} />
        </ChartFrame>
        <ChartFrame
          widget="value-receiver"
          title={t("value.receiver")}
          definition={t("value.receiver.definition")}
        >
          <dl className="-mx-5 grid grid-cols-2">
            <Rating panel={receiver} {...{ scale, locale, t }} />
            <EstimateStat {...rate("conversionRate", receiver)} />
            <EstimateStat {...rate("reshareRate", receiver)} />
            <Stat
              label={t("value.perConversion")}
              definition={t("value.perConversion.definition")}
              value={
                receiver.valuePerConversion === null
                  ? t("common.none")
                  : formatMoney(receiver.valuePerConversion, currency, locale)
              }
            />
          </dl>
          <ScoreChart figures={namedRows(valueReceiverTable, value)} label={t("value.receiver")} />
        </ChartFrame>
      </div>
    </div>
  );
}

function Rating(props: { panel: RatingPanel; scale: ValueAnswer["scale"]; locale: Locale; t: Translate }) {
  const { panel, scale, locale, t } = props;
  return (
    <EstimateStat
      label={`${t("value.rating")} · ${t("value.ratings", { count: panel.ratings })}`}
      definition={t("value.rating.definition", { ...scale })}
      estimate={panel.mean}
      format={(value) => (Number.isInteger(value) ? formatNumber(value, locale) : formatRatio(value, locale))}
      t={t}
    />
  );
}
