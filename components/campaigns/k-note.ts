import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { ClusteredK } from "#lib/metrics/clustered-k.ts";

/** The range of K in words, or why there is none. */
export function kNote({ low, high, note }: ClusteredK, locale: Locale, t: Translate): string {
  if (note === "nobody-reshared") return t("campaigns.k.nobody");
  if (low === null || high === null) return t("campaigns.k.oneCascade");
  if (note === "no-children") return t("campaigns.k.noChildren", { high: formatNumber(high, locale) });
  return t(note === "few-cascades" ? "campaigns.k.few" : "campaigns.k.range", {
    low: formatNumber(low, locale),
    high: formatNumber(high, locale),
  });
}
