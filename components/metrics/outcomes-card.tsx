import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Arm, ArmComparison } from "#lib/answers/arms/arm-comparison.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { JudgingBadge } from "./comparison-card.tsx";
import { ComparisonFindings } from "./comparison-findings.tsx";
import { judgingWords } from "./comparison-notes.ts";
import { EstimateText } from "./estimate-text.tsx";
import { PairTable } from "./pair-table.tsx";

const WIDGETS = {
  channel: "compare-pairs-by-channel",
  variant: "compare-pairs-by-variant",
  side: "compare-pairs",
} as const;

interface OutcomesProps {
  /** Of one kind, K or not; null for the currency where it is unknown. */
  readonly comparisons: readonly ArmComparison[];
  readonly currency: string | null;
  readonly locale: Locale;
  readonly t: Translate;
}

/** Conversion, value and sharing of the people reached, compared; nothing where none of them is recorded. */
export function OutcomesCard({ comparisons, currency, locale, t }: OutcomesProps) {
  const outcomes = comparisons.filter(({ measure, arms }) => measure !== "k" && arms.length > 1);
  const [first] = outcomes;
  if (first === undefined) return null;
  return (
    <ChartFrame
      widget={WIDGETS[first.by]}
      title={t(`comparison.outcomes.title.${first.by}`)}
      definition={t("comparison.outcomes.definition")}
      note={judgingWords(first, locale, t)[1]}
      aside={<JudgingBadge data={first} locale={locale} t={t} />}
    >
      <div className="grid grid-cols-1 gap-8">
        {outcomes.map((data) => (
          <section key={data.measure} className="min-w-0">
            <h3 className="mb-2 text-sm font-semibold">{t(`comparison.measure.${data.measure}`)}</h3>
            <ComparisonFindings data={data} locale={locale} t={t} />
            <div className="mt-3">
              <ArmsTable data={data} currency={currency} locale={locale} t={t} />
            </div>
            {data.pairs.length === 0 ? null : <PairTable pairs={data.pairs} locale={locale} t={t} />}
          </section>
        ))}
      </div>
    </ChartFrame>
  );
}

function ArmsTable(props: { data: ArmComparison; currency: string | null; locale: Locale; t: Translate }) {
  const { data, currency, locale, t } = props;
  const { by, measure, arms, pooling } = data;
  const isMoney = measure === "value";
  const write = (value: number) =>
    isMoney ? formatMoney(value, currency, locale) : formatPercent(value, locale);
  const eventsOf = ({ events }: Arm) =>
    isMoney ? formatMoney(events, currency, locale) : formatNumber(events, locale);
  return (
    <Table boxClassName="max-h-[34rem] print:max-h-none">
      <thead>
        <tr>
          <Th>{t(`comparison.arm.${by}`)}</Th>
          <Th>{t(`comparison.measure.${measure}`)}</Th>
          {pooling === "too-few" ? null : (
            <Th title={t("metrics.pooled.definition")}>{t("metrics.pooled.column")}</Th>
          )}
          <Th figure>{t("comparison.cascades")}</Th>
          <Th figure>{t("comparison.cases.people")}</Th>
          <Th figure>{t(`comparison.events.${measure}`)}</Th>
        </tr>
      </thead>
      <tbody>
        {arms.map((arm) => (
          <tr key={arm.name}>
            <Td className="font-medium">
              <bdi>{arm.name}</bdi>
            </Td>
            <Td>
              <EstimateText estimate={arm.rate} format={write} t={t} />
            </Td>
            {pooling === "too-few" ? null : (
              <Td>
                <EstimateText estimate={arm.pooled} format={write} t={t} />
              </Td>
            )}
            <Td figure>{formatNumber(arm.cascades, locale)}</Td>
            <Td figure>{formatNumber(arm.cases, locale)}</Td>
            <Td figure>{eventsOf(arm)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
