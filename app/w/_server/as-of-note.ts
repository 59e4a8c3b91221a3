import { formatDateTime } from "#lib/format/format-date-time.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { Frame } from "#lib/query/resolve-query.ts";

/** As of when a page speaks, and that its filters choose cascades by their seed, where there are any. */
export function asOfNote(
  asOf: number,
  { zone, filters }: Pick<Frame, "zone" | "filters">,
  { locale, t }: { locale: Locale; t: Translate },
): string {
  const time = formatDateTime(asOf, locale, zone);
  const moment = t("dashboard.asOf", { time, zone: t("common.zone", { zone }) });
  return filters.length === 0 ? moment : `${moment} ${t("dashboard.seedFilters")}`;
}
