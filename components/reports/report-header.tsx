import { buttonClass } from "#components/ui/button-class.ts";
import type { ReportDates, ReportSection } from "#lib/access/report-link.ts";
import type { ReportWindow } from "#lib/domain/report-figures.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { ReportDatesForm } from "./report-dates-form.tsx";
import { reportDays } from "./report-days.ts";

/** What the report is about, which days it shows, as of when, and what may be taken from it. */
export function ReportHeader(props: {
  head: {
    readonly campaign: string;
    readonly name: string;
    readonly notes: string | null;
    readonly simulated: boolean;
    readonly window: ReportWindow;
  };
  dates: ReportDates;
  /** Sections that may be downloaded. */
  sections: readonly ReportSection[];
  path: string;
  zone: string;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { head, dates, sections, path, zone, now, locale, t } = props;
  const at = formatDateTime(now, locale, zone);
  return (
    <div className="space-y-4">
      <div>
        <p className="text-xs font-medium text-slate-600 dark:text-slate-400">
          <bdi>{head.name}</bdi>
        </p>
        <h1 className="break-words text-2xl font-semibold tracking-tight">
          <bdi>{head.campaign}</bdi>
        </h1>
        <p className="mt-1 text-sm text-slate-600 dark:text-slate-400">
          {reportDays(head.window, locale, t)} · {t("reports.public.asOf", { at })} ·{" "}
          {t("common.zone", { zone })}
        </p>
        {head.simulated ? (
          <p className="mt-2 text-xs text-amber-800 dark:text-amber-300">{t("common.simulatedText")}</p>
        ) : null}
        {head.notes === null ? null : (
          <p className="mt-3 max-w-3xl whitespace-pre-wrap text-sm">
            <bdi>{head.notes}</bdi>
          </p>
        )}
      </div>
      {dates.mode === "fixed" ? null : <ReportDatesForm {...{ dates, path, t }} window={head.window} />}
      {sections.length === 0 ? null : (
        <nav aria-label={t("reports.public.files")} className="flex flex-wrap gap-2 print:hidden">
          {sections.map((section) => (
            <a
              key={section}
              href={`${path}/csv/${section}${queryOf(head.window)}`}
              download
              className={`${buttonClass("secondary")} !px-2.5 !py-1.5 !text-xs`}
            >
              {t("reports.public.csv", { section: t(`reports.section.${section}`) })}
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}

function queryOf({ fromDay, toDay }: ReportWindow): string {
  const query = new URLSearchParams({
    ...(fromDay === null ? {} : { from: fromDay }),
    ...(toDay === null ? {} : { to: toDay }),
  });
  return query.size === 0 ? "" : `?${query}`;
}
