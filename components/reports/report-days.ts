import type { ReportWindow } from "#lib/domain/report-figures.ts";
import { formatClock } from "#lib/format/format-clock.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** The days of a window in words. */
export function reportDays(
  { fromDay, toDay }: Pick<ReportWindow, "fromDay" | "toDay">,
  locale: Locale,
  t: Translate,
): string {
  const write = (day: string) => formatClock(Date.parse(`${day}T00:00:00Z`), "day", locale);
  if (fromDay !== null && toDay !== null)
    return t("reports.days.both", { from: write(fromDay), to: write(toDay) });
  if (fromDay !== null) return t("reports.days.from", { from: write(fromDay) });
  return toDay === null ? t("reports.days.all") : t("reports.days.to", { to: write(toDay) });
}
