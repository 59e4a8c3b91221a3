import { ChartFrame } from "#components/charts/chart-frame.tsx";
import type { ChartGrain } from "#components/charts/chart-grain.ts";
import { stepLabel } from "#components/charts/step-label.ts";
import { EstimateText } from "#components/metrics/estimate-text.tsx";
import { PeriodLink } from "#components/query/period-link.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { SeedCohorts } from "#lib/answers/cohorts/answer.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { periodOfStep } from "#lib/query/period-of-step.ts";
import { shadeClass } from "./shade-class.ts";

/** Seeds by when they were planted, and what grew from each on average; darker is more. */
export function CohortBoard(props: {
  cohorts: SeedCohorts;
  grain: ChartGrain;
  note: string;
  locale: Locale;
  t: Translate;
}) {
  const { cohorts, grain, note, locale, t } = props;
  const { by, first, columns, rows } = cohorts;
  const numbers = Array.from({ length: columns }, (_, i) => first + i);
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map((cell) => cell ?? 0)));
  const ratio = (value: number) => formatRatio(value, locale);
  return (
    <ChartFrame widget="cohorts" title={t("cohorts.table")} definition={t("cohorts.definition")} note={note}>
      <Table>
        <thead>
          <tr>
            <Th>{t("cohorts.start")}</Th>
            <Th figure>{t("cohorts.seeds")}</Th>
            <Th figure>{t("cohorts.shares")}</Th>
            {numbers.map((n) => (
              <Th key={n} figure>
                {t(`cohorts.${by}`, { n: formatNumber(by === "day" ? n + 1 : n, locale) })}
              </Th>
            ))}
            <Th figure>{t("cohorts.k")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ step, seeds, shares, cells, k }) => (
            <tr key={step.from}>
              <Td className="whitespace-nowrap">
                <PeriodLink period={periodOfStep(step.clock, grain)}>
                  {stepLabel(step.clock, grain, locale)}
                </PeriodLink>
              </Td>
              <Td figure>{formatNumber(seeds, locale)}</Td>
              <Td figure>{ratio(shares / seeds)}</Td>
              {numbers.map((n, i) => {
                const cell = cells[i] ?? null;
                return (
                  <Td key={n} figure className={cell === null || most === 0 ? "" : shadeClass(cell / most)}>
                    {cell === null ? "" : ratio(cell)}
                  </Td>
                );
              })}
              <Td figure className="whitespace-nowrap">
                <EstimateText estimate={k} format={ratio} t={t} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </ChartFrame>
  );
}
