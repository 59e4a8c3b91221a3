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
  ...["shares", "sharers", "cascades", "depth", "maxBreadth", "structuralVirality", "k", "cycleTime"],
  ...["conversions", "conversionsPerShare", "value"],
] as const;
type RowName = Exclude<keyof ComparedSide, "channels" | "growth">;

/** Shape, speed and yield of both sides. */
export function ComparedTable(props: {
  data: Comparison;
  names: readonly [string, string];
  readonly currencies: readonly [string | null, string | null];
  locale: Locale;
  t: Translate;
}) {
  const { data, names, currencies, locale, t } = props;
  return (
    <ChartFrame widget="compare" title={t("compare.title")} definition={t("compare.text")}>
      {data.overlaps ? <p className="mb-4 text-sm">{t("comparison.overlaps")}</p> : null}
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
