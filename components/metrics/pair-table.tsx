import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ArmPair } from "#lib/answers/arms/arm-comparison.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { isolated } from "./comparison-words.ts";
import { EstimateText } from "./estimate-text.tsx";

interface PairProps {
  readonly pairs: readonly ArmPair[];
  readonly locale: Locale;
  readonly t: Translate;
}

const LEAST_P = 0.001;

/** Every pair of arms with its ratio and both p-values, folded until asked for. */
export function PairTable({ pairs, locale, t }: PairProps) {
  return (
    <details className="mt-5">
      <summary className="cursor-pointer text-sm font-medium text-teal-800 dark:text-teal-300">
        {t("comparison.pairs")}
      </summary>
      <div className="mt-2">
        <Table>
          <thead>
            <tr>
              <Th>{t("comparison.pair")}</Th>
              <Th>{t("comparison.ratio")}</Th>
              <Th figure>{t("comparison.p")}</Th>
              <Th figure>{t("comparison.adjusted")}</Th>
              <Th figure>{t("comparison.effective")}</Th>
              <Th>{t("comparison.finding")}</Th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={`${pair.first}\n${pair.second}`}>
                <Td className="whitespace-nowrap">
                  <bdi>{pair.second}</bdi> / <bdi>{pair.first}</bdi>
                </Td>
                <Td>
                  <EstimateText estimate={pair.ratio} format={(value) => formatRatio(value, locale)} t={t} />
                </Td>
                <Td figure>{pText(pair.p, locale, t)}</Td>
                <Td figure>{pText(pair.adjusted, locale, t)}</Td>
                <Td figure>{formatNumber(Math.floor(pair.effective), locale)}</Td>
                <Td>{findingText(pair, t)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
        <p className="mt-2 text-xs text-slate-500 dark:text-slate-400">
          {t("comparison.adjusted.definition")}
        </p>
      </div>
    </details>
  );
}

function pText(p: number | null, locale: Locale, t: Translate): string {
  if (p === null) return t("common.none");
  return p < LEAST_P ? `< ${formatRatio(LEAST_P, locale)}` : formatRatio(p, locale);
}

function findingText({ verdict, first, second }: ArmPair, t: Translate): string {
  if (verdict === "unclear" || verdict === "too-few") return t(`comparison.finding.${verdict}`);
  return t("comparison.finding.better", { name: isolated(verdict === "first" ? first : second) });
}
