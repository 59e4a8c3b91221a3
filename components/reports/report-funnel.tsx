import { Card } from "#components/ui/card.tsx";
import { REPORT_STAGES, type ReportStage } from "#lib/domain/report-figures.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const LABELS: Readonly<Record<ReportStage, MessageKey>> = {
  seen: "funnel.seen",
  intended: "funnel.intended",
  delivered: "funnel.delivered",
  visited: "funnel.landed",
  converted: "funnel.converted",
  sharedAgain: "funnel.sharedAgain",
};

/** Events of a report's days by stage, each a bar of the largest. */
export function ReportFunnel(props: {
  stages: Readonly<Record<ReportStage, number>>;
  locale: Locale;
  t: Translate;
}) {
  const { stages, locale, t } = props;
  const most = Math.max(1, ...Object.values(stages));
  return (
    <Card title={t("funnel.title")}>
      <dl className="grid gap-2 text-sm">
        {REPORT_STAGES.map((stage) => (
          <div key={stage} className="grid grid-cols-[9rem_1fr_5rem] items-center gap-3">
            <dt>{t(LABELS[stage])}</dt>
            <dd aria-hidden="true" className="h-3 rounded bg-slate-100 dark:bg-slate-800">
              <span
                className="block h-full rounded bg-teal-600 dark:bg-teal-500"
                style={{ width: `${(100 * stages[stage]) / most}%` }}
              />
            </dd>
            <dd className="text-end font-medium tabular-nums">{formatNumber(stages[stage], locale)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
