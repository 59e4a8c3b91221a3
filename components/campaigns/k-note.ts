import type { Estimate } from "#lib/domain/estimate.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** The range of K in words, or why there is none. */
export function kNote(k: Estimate, locale: Locale, t: Translate): string {
  if (k.value === null) return t("campaigns.k.nobody");
  if (k.low === undefined || k.high === undefined) return t("campaigns.k.oneCascade");
  if (k.note === "no-children") return t("campaigns.k.noChildren", { high: formatRatio(k.high, locale) });
  return t(k.note === "few-cascades" ? "campaigns.k.few" : "campaigns.k.range", {
    low: formatRatio(k.low, locale),
    high: formatRatio(k.high, locale),
  });
}
