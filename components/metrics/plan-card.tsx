import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { ArmComparison } from "#lib/answers/arms/arm-comparison.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** How many cascades a test or a holdout would take, by the part held out; nothing without cascades to go by. */
export function PlanCard(props: {
  readonly comparisons: readonly ArmComparison[];
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const { comparisons, locale, t } = props;
  const planned = comparisons.flatMap(({ measure, plan }) => (plan === null ? [] : [{ measure, plan }]));
  if (planned.length === 0) return null;
  return (
    <ChartFrame
      widget="compare-plan"
      title={t("comparison.holdout.title")}
      definition={t("comparison.holdout.definition")}
    >
      <Table>
        <thead>
          <tr>
            <Th>{t("comparison.holdout.number")}</Th>
            <Th>{t("comparison.holdout.share")}</Th>
            <Th figure>{t("comparison.holdout.held")}</Th>
            <Th figure>{t("comparison.holdout.seeded")}</Th>
          </tr>
        </thead>
        <tbody>
          {planned.flatMap(({ measure, plan }) =>
            plan.holdouts.map(({ share, held, seeded }, i) => (
              <tr key={`${measure} ${share}`}>
                <Td className="font-medium">{i === 0 ? t(`comparison.measure.${measure}`) : null}</Td>
                <Td>{shareText(share, locale, t)}</Td>
                <Td figure>{formatNumber(held, locale)}</Td>
                <Td figure>{formatNumber(seeded, locale)}</Td>
              </tr>
            )),
          )}
        </tbody>
      </Table>
      <p className="mt-4 max-w-3xl text-sm text-slate-700 dark:text-slate-300">
        {t("comparison.holdout.text")}
      </p>
    </ChartFrame>
  );
}

function shareText(share: number, locale: Locale, t: Translate): string {
  const part = formatPercent(share, locale);
  return share === 0.5 ? t("comparison.holdout.half", { share: part }) : part;
}
