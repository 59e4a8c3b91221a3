import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { SplitCheck } from "#lib/answers/arms/arm-comparison.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { isolated } from "./comparison-words.ts";

interface SplitProps {
  readonly split: SplitCheck;
  readonly locale: Locale;
  readonly t: Translate;
}

/** That the seeds were not dealt as planned, above all that rests on it; nothing where they were. */
export function SplitBanner({ split, t }: Pick<SplitProps, "split" | "t">) {
  if (!split.isBroken) return null;
  return (
    <p
      role="alert"
      className="rounded-lg border border-rose-300 bg-rose-50 px-4 py-3 text-sm font-medium text-rose-950 dark:border-rose-400/30 dark:bg-rose-400/10 dark:text-rose-100"
    >
      {t("comparison.split.broken")}
    </p>
  );
}

/** Seeds of each variant against the plan, and how likely a split so far from it is. */
export function SplitCard({ split, locale, t }: SplitProps) {
  const { arms, p, isBroken } = split;
  const weights = arms.reduce((sum, { weight }) => sum + weight, 0);
  const unplanned = arms.filter(({ weight }) => weight === 0).map(({ name }) => isolated(name));
  const said = p === null ? "unknown" : isBroken ? "broken" : "sound";
  return (
    <ChartFrame
      widget="compare-split"
      title={t("comparison.split.title")}
      definition={t("comparison.split.definition")}
    >
      <p className="mb-4 text-sm font-medium">
        {t(`comparison.split.${said}`)}
        {p === null ? null : (
          <bdi className="ms-2 font-normal text-slate-500 dark:text-slate-400">
            p {p < 0.001 ? `< ${formatRatio(0.001, locale)}` : `= ${formatRatio(p, locale)}`}
          </bdi>
        )}
      </p>
      {unplanned.length === 0 ? null : (
        <p className="mb-4 text-sm">{t("comparison.split.unplanned", { names: unplanned.join(", ") })}</p>
      )}
      <Table>
        <thead>
          <tr>
            <Th>{t("comparison.arm.variant")}</Th>
            <Th figure>{t("comparison.seeds")}</Th>
            <Th figure>{t("comparison.split.planned")}</Th>
          </tr>
        </thead>
        <tbody>
          {arms.map(({ name, seeds, weight }) => (
            <tr key={name}>
              <Td className="font-medium">
                <bdi>{name}</bdi>
              </Td>
              <Td figure>{formatNumber(seeds, locale)}</Td>
              <Td figure>
                {weights === 0 || weight === 0 ? t("common.none") : formatPercent(weight / weights, locale)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </ChartFrame>
  );
}
