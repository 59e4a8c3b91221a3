import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { FilterLink } from "#components/query/filter-link.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { FUNNEL_STAGES, type Funnel } from "#lib/answers/funnel/answer.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** The stages of the funnel by channel; a dash is a stage that nothing reports. */
export function FunnelTable({ funnel, locale, t }: { funnel: Funnel; locale: Locale; t: Translate }) {
  const stages = FUNNEL_STAGES.filter((stage) => funnel.stages[stage] !== null);
  return (
    <ChartFrame
      widget="funnel-channels"
      title={t("funnel.channels.title")}
      definition={t("funnel.channels.definition")}
    >
      <dl className="mb-4 grid gap-x-6 gap-y-1 text-xs sm:grid-cols-2">
        {stages.map((stage) => (
          <div key={stage} className="flex gap-1.5">
            <dt className="font-medium">{t(`funnel.${stage}`)}:</dt>
            <dd className="text-slate-600 dark:text-slate-400">{t(`funnel.${stage}.definition`)}</dd>
          </div>
        ))}
      </dl>
      <Table>
        <thead>
          <tr>
            <Th>{t("channels.column.channel")}</Th>
            {stages.map((stage) => (
              <Th key={stage} figure>
                {t(`funnel.${stage}`)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {funnel.channels.map((row) => (
            <tr key={row.channel}>
              <Td>
                <FilterLink dimension="channel" value={row.channel} />
              </Td>
              {stages.map((stage) => (
                <Td key={stage} figure>
                  {formatNumber(row.stages[stage]?.events ?? 0, locale)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </ChartFrame>
  );
}
