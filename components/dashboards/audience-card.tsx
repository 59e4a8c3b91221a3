import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { EstimateText } from "#components/metrics/estimate-text.tsx";
import { PooledText } from "#components/metrics/pooled-text.tsx";
import { FilterLink } from "#components/query/filter-link.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { AUDIENCE_RATES, type AudienceAttribute } from "#lib/answers/audience/answer.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const AUDIENCE_FIGURES = ["shareRate", "conversionRate", "k"] as const;

/** Groups of one attribute, those of the plan marked, with what they did; a bar is the part of all who state it. */
export function AudienceCard(props: {
  audience: AudienceAttribute;
  /** People reached in all. */
  people: number;
  locale: Locale;
  t: Translate;
}) {
  const { audience, people, locale, t } = props;
  const { attribute, known, groups, onTarget } = audience;
  const percent = (part: number) => formatPercent(part, locale);
  const ratio = (k: number) => formatRatio(k, locale);
  const number = (count: number) => formatNumber(count, locale);
  return (
    <ChartFrame
      widget={`audience-${attribute}`}
      title={t(`query.dimension.${attribute}`)}
      definition={t("audience.onTarget.definition")}
      note={t("audience.known", { known: number(known), people: number(people) })}
    >
      <p className="mb-3 text-sm">
        {onTarget === null ? (
          <span className="text-slate-600 dark:text-slate-400">{t("audience.plan.none")}</span>
        ) : (
          <>
            {t("audience.onTarget")}: <EstimateText estimate={onTarget} format={percent} t={t} />
          </>
        )}
      </p>
      <Table>
        <thead>
          <tr>
            <Th>{t("audience.value")}</Th>
            <Th figure>{t("audience.people")}</Th>
            <Th figure>{t("audience.shareRate")}</Th>
            <Th figure>{t("audience.conversionRate")}</Th>
            <Th figure>{t("audience.k")}</Th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ value, people: size, part, isPlanned, ...rates }) => (
            <tr key={value}>
              <Td className="min-w-36">
                <span className="flex items-baseline justify-between gap-3">
                  <FilterLink dimension={attribute} value={value} />
                  {isPlanned ? (
                    <span className="rounded-full bg-teal-100 px-2 text-xs text-teal-900 dark:bg-teal-950 dark:text-teal-200">
                      {t("audience.plan")}
                    </span>
                  ) : null}
                </span>
                <PartBar part={part} isPlanned={isPlanned} />
              </Td>
              <Td figure className="whitespace-nowrap">
                {number(size)}
                <span className="block text-xs text-slate-500 dark:text-slate-400">{percent(part)}</span>
              </Td>
              {AUDIENCE_FIGURES.map((figure) => (
                <Td key={figure} figure className="whitespace-nowrap">
                  <PooledText
                    own={rates[figure]}
                    pooled={rates[`${figure}Pooled`]}
                    format={figure === "k" ? ratio : percent}
                    t={t}
                  />
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <Notes {...{ audience, t }} />
    </ChartFrame>
  );
}

function PartBar({ part, isPlanned }: { part: number; isPlanned: boolean }) {
  return (
    <span aria-hidden="true" className="mt-1 block h-1.5 rounded-full bg-slate-100 dark:bg-slate-800">
      <span
        className={`block h-full rounded-full ${isPlanned ? "bg-teal-600 dark:bg-teal-400" : "bg-slate-400 dark:bg-slate-500"}`}
        style={{ width: `${100 * part}%` }}
      />
    </span>
  );
}

/** By what groups are ranked, what is not shown, what the plan missed, and which figures do not tell them apart. */
function Notes({ audience, t }: { audience: AudienceAttribute; t: Translate }) {
  const { pooling, rankedBy, hidden, missed } = audience;
  const alike = AUDIENCE_RATES.filter((rate) => pooling[rate] === "alike");
  return (
    <ul className="mt-3 grid gap-1 text-xs text-slate-600 dark:text-slate-400">
      {rankedBy === null ? null : <li>{t("audience.ranked", { name: t(`audience.${rankedBy}`) })}</li>}
      {alike.map((rate) => (
        <li key={rate}>{t("metrics.pooled.alike", { name: t(`audience.${rate}`) })}</li>
      ))}
      {hidden.groups === 0 ? null : (
        <li>{t("audience.hidden", { groups: hidden.groups, people: hidden.people })}</li>
      )}
      {missed.length === 0 ? null : <li>{t("audience.missed", { values: missed.join(", ") })}</li>}
    </ul>
  );
}
