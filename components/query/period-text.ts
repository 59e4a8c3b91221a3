import { formatDay } from "#lib/format/format-day.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { Period } from "#lib/query/query.ts";

/** A stretch of time in words. */
export function periodText(period: Period, locale: Locale, t: Translate): string {
  if ("preset" in period) return t(`query.period.${period.preset}`);
  const [from, to] = [formatDay(period.from, locale), formatDay(period.to, locale)];
  return period.from === period.to ? from : t("query.period.days", { from, to });
}
