import { periodText } from "#components/query/period-text.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { Query } from "#lib/query/query.ts";

/** Period and zone as every card prints them. */
export function frameNote(
  { query, zone }: { query: Query; zone: string },
  { locale, t }: { locale: Locale; t: Translate },
): string {
  return `${periodText(query.period, locale, t)}. ${t("common.zone", { zone })}.`;
}
