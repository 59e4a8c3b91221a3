import { Card } from "#components/ui/card.tsx";
import { Definition } from "#components/ui/definition.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Estimate } from "#lib/domain/estimate.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRarePercent } from "#lib/format/format-rare-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { MetricUnit } from "#lib/metrics/metric.ts";
import { describeEstimate } from "./describe-estimate.ts";

/** One number of the registry, in the reader's language. */
export interface NumberRow {
  readonly id: string;
  readonly name: string;
  readonly explanation: string;
  readonly unit: MetricUnit;
  readonly estimate: Estimate;
}

/** Every number of a campaign with its interval, what it means, and why it is unknown where it is. */
export function NumbersTable(props: {
  rows: readonly NumberRow[];
  currency: string | null;
  locale: Locale;
  t: Translate;
}) {
  const { rows, currency, locale, t } = props;
  const formats = formatsOf(currency, locale);
  return (
    <Card widget="numbers" name={t("numbers.title")}>
      <Table>
        <caption className="sr-only">{t("numbers.title")}</caption>
        <thead>
          <tr>
            <Th>{t("numbers.name")}</Th>
            <Th figure>{t("numbers.value")}</Th>
            <Th figure>{t("metrics.range.column")}</Th>
            <Th>{t("numbers.unit")}</Th>
            <Th>{t("numbers.note")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, explanation, unit, estimate }) => {
            const { value, range, note } = describeEstimate(estimate, formats[unit], t);
            return (
              <tr key={id}>
                <Td className="min-w-44">
                  <Definition term={name} text={explanation} />
                </Td>
                <Td figure className="font-semibold">
                  <bdi>{value ?? t("common.none")}</bdi>
                </Td>
                <Td figure className="whitespace-nowrap text-slate-600 dark:text-slate-400">
                  <bdi>{range ?? t("common.none")}</bdi>
                </Td>
                <Td className="whitespace-nowrap text-slate-600 dark:text-slate-400">
                  {t(`metrics.unit.${unit}`)}
                </Td>
                <Td className="min-w-40 text-slate-600 dark:text-slate-400">{note ?? ""}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}

function formatsOf(currency: string | null, locale: Locale): Record<MetricUnit, (value: number) => string> {
  const count = (value: number) => formatNumber(value, locale);
  const ratio = (value: number) => formatRatio(value, locale);
  const part = (value: number) => formatRarePercent(value, locale);
  return {
    shares: count,
    persons: count,
    generations: count,
    hops: count,
    children: ratio,
    users: ratio,
    ratio,
    number: ratio,
    proportion: part,
    probability: part,
    milliseconds: (value) => formatDuration(value, locale),
    perDay: ratio,
    money: (value) => formatMoney(value, currency, locale),
  };
}
