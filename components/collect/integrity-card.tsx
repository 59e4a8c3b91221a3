import Link from "next/link";
import { EstimateStat } from "#components/metrics/estimate-text.tsx";
import { Card } from "#components/ui/card.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { StatGrid } from "#components/ui/stat-grid.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { Integrity, SuspicionCount } from "#lib/answers/integrity/integrity.ts";
import { BURST_SHARES, HASTE_MS } from "#lib/answers/integrity/suspicion.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { type Filter, INITIAL_QUERY } from "#lib/query/query.ts";
import { queryString } from "#lib/query/query-string.ts";

/** Excludes what is suspect and what rests on it; who came by no share at all stays. */
const HELD_BACK: Filter = { dimension: "integrity", isNot: true, values: ["below", "suspect"] };

interface CardProps {
  readonly integrity: Integrity;
  /** Address of the campaign's pages. */
  readonly base: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** Whether somebody is gaming the campaign: what each rule suspects, and K with and without it. */
export function IntegrityCard({ integrity, base, locale, t }: CardProps) {
  const { shares, rules, suspect, below, k, kWithout, conversions } = integrity;
  const share = (part: number) => (shares === 0 ? t("common.none") : formatPercent(part / shares, locale));
  const format = (value: number) => formatRatio(value, locale);
  return (
    <Card widget="integrity" title={t("collect.integrity.title")} note={t("collect.integrity.note")}>
      <StatGrid columns={3} label={t("collect.integrity.title")}>
        <Stat
          label={t("collect.integrity.suspect")}
          value={formatNumber(suspect, locale)}
          note={t("collect.integrity.part", { part: share(suspect), below: formatNumber(below, locale) })}
        />
        <EstimateStat
          label={t("collect.integrity.k")}
          definition={t("collect.integrity.k.definition")}
          estimate={k}
          {...{ format, t }}
        />
        <EstimateStat
          label={t("collect.integrity.kWithout")}
          definition={t("collect.integrity.kWithout.definition")}
          estimate={kWithout}
          {...{ format, t }}
        />
      </StatGrid>
      {suspect === 0 ? null : (
        <p className="mt-3 text-sm">
          <Link
            href={`${base}${queryString({ ...INITIAL_QUERY, filters: [HELD_BACK] })}`}
            className="font-medium text-teal-800 underline-offset-2 hover:underline dark:text-teal-300"
          >
            {t("collect.integrity.hold")}
          </Link>
        </p>
      )}
      <div className="mt-4">
        <Table>
          <caption className="sr-only">{t("collect.integrity.rules")}</caption>
          <thead>
            <tr>
              <Th>{t("collect.integrity.rule")}</Th>
              <Th figure>{t("collect.integrity.shares")}</Th>
              <Th figure>{t("collect.integrity.persons")}</Th>
              <Th>{t("collect.integrity.examples")}</Th>
            </tr>
          </thead>
          <tbody>
            {rules.map((count) => (
              <tr key={count.rule}>
                <Td className="min-w-56">
                  {t(`collect.integrity.rule.${count.rule}`, { count: BURST_SHARES })}
                </Td>
                <Td figure>{formatNumber(count.shares, locale)}</Td>
                <Td figure>{formatNumber(count.persons, locale)}</Td>
                <Td className="min-w-64">
                  <Examples {...{ count, base, t }} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {conversions === null ? null : (
        <p className="mt-4 text-sm text-slate-600 dark:text-slate-400">
          {t("collect.integrity.conversions", {
            all: conversions.all,
            hasty: conversions.hasty,
            seconds: HASTE_MS / 1000,
            unvisited: conversions.unvisited,
          })}
        </p>
      )}
    </Card>
  );
}

function Examples({ count, base, t }: { count: SuspicionCount } & Pick<CardProps, "base" | "t">) {
  if (count.examples.length === 0) return t("common.none");
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {count.examples.map(({ code, root }) => (
        <Link
          key={code}
          href={`${base}/cascades/${encodeURIComponent(root)}?share=${encodeURIComponent(code)}`}
          className="max-w-40 truncate font-medium text-teal-800 hover:underline dark:text-teal-300"
        >
          <bdi dir="ltr">{code}</bdi>
        </Link>
      ))}
    </span>
  );
}
