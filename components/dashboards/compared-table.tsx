import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { EstimateText } from "#components/metrics/estimate-text.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ComparedSide, Comparison } from "#lib/answers/compare/compared-side.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const ROWS = [
  ...["shares", "people", "cascades", "depth", "maxBreadth", "structuralVirality", "k", "cycleTime"],
  ...["conversions", "conversionsPerShare", "value"],
] as const;
type RowName = Exclude<keyof ComparedSide, "channels" | "growth">;

/** Shape, speed and yield of both sides, and whether their K differs. */
export function ComparedTable(props: {
  data: Comparison;
  names: readonly [string, string];
  readonly currencies: readonly [string | null, string | null];
  locale: Locale;
  t: Translate;
}) {
  const { data, names, currencies, locale, t } = props;
  const { ratio, p, verdict } = data;
  return (
    <ChartFrame widget="compare" title={t("compare.title")} definition={t("compare.text")}>
      <p className="mb-1 text-sm font-medium">{t(`compare.verdict.${verdict}`)}</p>
      {ratio.value === null || p === null ? null : (
        <p className="mb-4 text-xs text-slate-600 dark:text-slate-400">
          {t("compare.ratio", {
            ratio: rangeText(ratio, locale, t),
            p: p < 0.001 ? `< ${formatRatio(0.001, locale)}` : `= ${formatRatio(p, locale)}`,
          })}{" "}
          {t("compare.exploratory")}
        </p>
      )}
      <Table>
        <thead>
          <tr>
            <Th>{t("compare.figure")}</Th>
            {names.map((name, side) => (
              <Th key={side === 0 ? "first" : "second"} figure>
                <bdi>{name}</bdi>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(ROWS as readonly RowName[]).map((row) => (
            <tr key={row}>
              <Td>{t(`compare.${row}`)}</Td>
              {([data.first, data.second] as const).map((side, i) => (
                <Td key={i === 0 ? "first" : "second"} figure>
                  {side === null ? (
                    row === "shares" ? (
                      t("compare.missing")
                    ) : (
                      t("common.none")
                    )
                  ) : (
                    <Figure {...{ side, row, locale, t }} currency={currencies[i] ?? null} />
                  )}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </ChartFrame>
  );
}

function Figure(props: {
  side: ComparedSide;
  row: RowName;
  currency: string | null;
  locale: Locale;
  t: Translate;
}) {
  const { side, row, currency, locale, t } = props;
  const ratio = (value: number) => formatRatio(value, locale);
  if (row === "k") return <EstimateText estimate={side.k} format={ratio} t={t} />;
  if (row === "cycleTime")
    return <EstimateText estimate={side.cycleTime} format={(value) => formatDuration(value, locale)} t={t} />;
  const value = side[row];
  if (value === null) return t("common.none");
  if (row === "structuralVirality" || row === "conversionsPerShare") return ratio(value);
  return row === "value" ? formatMoney(value, currency, locale) : formatNumber(value, locale);
}

function rangeText(ratio: Comparison["ratio"], locale: Locale, t: Translate): string {
  if (ratio.value === null) return t("common.none");
  const [value, low, high] = [ratio.value, ratio.low ?? ratio.value, ratio.high ?? ratio.value].map(
    (number) => formatRatio(number, locale),
  );
  return `${value} (${t("metrics.range.plain", { low: low ?? "", high: high ?? "" })})`;
}
