import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { HATCHED } from "#components/charts/hatched.ts";
import { stepLabel } from "#components/charts/step-label.ts";
import { describeEstimate } from "#components/metrics/describe-estimate.ts";
import { EstimateText } from "#components/metrics/estimate-text.tsx";
import { PeriodLink } from "#components/query/period-link.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { SeedCohorts } from "#lib/answers/cohorts/answer.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { periodOfStep } from "#lib/query/period-of-step.ts";
import { shadeClass } from "./shade-class.ts";

/** Seeds by when they were planted, and what grew from each on average; darker is more. */
export function CohortBoard(props: { cohorts: SeedCohorts; note: string; locale: Locale; t: Translate }) {
  const { cohorts, note, locale, t } = props;
  const { by, first, columns, grain, rows } = cohorts;
  const numbers = Array.from({ length: columns }, (_, i) => first + i);
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map((cell) => cell ?? 0)));
  const ratio = (value: number) => formatRatio(value, locale);
  return (
    <ChartFrame widget="cohorts" title={t("cohorts.table")} definition={t("cohorts.definition")} note={note}>
      <SeedTrend cohorts={cohorts} locale={locale} t={t} />
      <Table>
        <thead>
          <tr>
            <Th>{t("cohorts.start")}</Th>
            <Th figure>{t("cohorts.seeds")}</Th>
            <Th figure>{t("metrics.cohort.k")}</Th>
            <Th figure>{t("cohorts.k")}</Th>
            <Th figure>{t("cohorts.reshares")}</Th>
            <Th figure>{t("metrics.cohort.children")}</Th>
            <Th figure>{t("metrics.cohort.effective")}</Th>
            <Th figure>{t("cohorts.shares")}</Th>
            {numbers.map((n) => (
              <Th key={n} figure>
                {t(`cohorts.${by}`, { n: formatNumber(by === "day" ? n + 1 : n, locale) })}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ step, seeds, shares, children, effective, naive, corrected, hatched, cells }) => (
            <tr key={step.from}>
              <Td className="whitespace-nowrap">
                <PeriodLink period={periodOfStep(step.clock, grain)}>
                  {stepLabel(step.clock, grain, locale)}
                </PeriodLink>
              </Td>
              <Td figure>{formatNumber(seeds, locale)}</Td>
              <Td figure>
                {hatched && shares > 0 ? (
                  <span
                    className={`me-2 inline-block size-2.5 ${HATCHED}`}
                    title={t("metrics.cohort.immature")}
                    role="img"
                    aria-label={t("metrics.cohort.immature")}
                  />
                ) : null}
                <EstimateText estimate={corrected} format={ratio} t={t} />
              </Td>
              <Td figure>{naive === null ? t("common.none") : ratio(naive)}</Td>
              <Td figure>{formatNumber(shares, locale)}</Td>
              <Td figure>{formatNumber(children, locale)}</Td>
              <Td figure>{formatNumber(effective, locale)}</Td>
              <Td figure>{ratio(shares / seeds)}</Td>
              {numbers.map((n, i) => {
                const cell = cells[i] ?? null;
                return (
                  <Td key={n} figure className={cell === null || most === 0 ? "" : shadeClass(cell / most)}>
                    {cell === null ? "" : ratio(cell)}
                  </Td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </ChartFrame>
  );
}

/** The answer to the page's question, by the trend of corrected K over the seeds' cohorts. */
function SeedTrend({ cohorts, locale, t }: { cohorts: SeedCohorts; locale: Locale; t: Translate }) {
  const { trend, grain, within } = cohorts;
  const { value, range } = describeEstimate(trend.ratio, (ratio) => formatRatio(ratio, locale), t);
  const answer = t(`cohorts.trend.${trend.direction ?? "too-few"}`);
  const figures =
    value === null || range === null ? null : t(`metrics.viral.trend.${grain}`, { ratio: value, range });
  return (
    <div className="mb-4 max-w-prose space-y-1">
      <p className="font-medium">{answer}</p>
      {figures === null ? null : (
        <p className="text-sm text-slate-600 dark:text-slate-300">
          {t("cohorts.trend.figures", { trend: figures })}
        </p>
      )}
      {within === null ? null : (
        <p className="text-sm text-slate-600 dark:text-slate-300">
          {t("metrics.cohort.within", { age: formatDuration(within, locale) })}
        </p>
      )}
    </div>
  );
}
