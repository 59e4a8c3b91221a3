import { Card } from "#components/ui/card.tsx";
import { FUNNEL_STAGES, type Funnel } from "#lib/answers/funnel/answer.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Events of a report's days by stage, each a bar of the largest; a stage that nothing reports has none. */
export function ReportFunnel(props: { stages: Funnel["stages"]; locale: Locale; t: Translate }) {
  const { stages, locale, t } = props;
  const most = FUNNEL_STAGES.reduce((largest, stage) => Math.max(largest, stages[stage]?.events ?? 0), 1);
  return (
    <Card title={t("funnel.title")}>
      <dl className="grid gap-2 text-sm">
        {FUNNEL_STAGES.map((stage) => {
          const events = stages[stage]?.events ?? null;
          return (
            <div key={stage} className="grid grid-cols-[9rem_1fr_5rem] items-center gap-3">
              <dt>{t(`funnel.${stage}`)}</dt>
              <dd aria-hidden="true" className="h-3 rounded bg-slate-100 dark:bg-slate-800">
                <span
                  className="block h-full rounded bg-teal-600 dark:bg-teal-500"
                  style={{ width: `${(100 * (events ?? 0)) / most}%` }}
                />
              </dd>
              <dd className="text-end font-medium tabular-nums">
                {events === null ? t("funnel.uncovered") : formatNumber(events, locale)}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
