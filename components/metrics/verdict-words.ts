import type { Estimate } from "#lib/domain/estimate.ts";
import { thresholdVerdict } from "#lib/estimators/threshold-verdict.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What the range of K allows to say about 1. */
interface VerdictWords {
  readonly title: string;
  readonly sentence: string;
}

/**
 * Whether a campaign sustains itself, in words, alike wherever it is said.
 * @param horizon age in milliseconds up to which children are counted
 */
export function verdictWords(
  k: Estimate,
  { horizon, locale, t }: { horizon: number; locale: Locale; t: Translate },
): VerdictWords {
  const verdict = thresholdVerdict(k);
  const per100 = formatNumber(Math.round(100 * (k.value ?? 0)), locale);
  if (verdict === "unknown") {
    return {
      title: t("metrics.verdict.title.unknown"),
      sentence:
        k.value === null
          ? t("metrics.verdict.sentence.unknown")
          : t("metrics.verdict.sentence.bare", { k: per100 }),
    };
  }
  const watched = formatDuration(k.value === null ? horizon : (k.within ?? horizon), locale);
  return {
    title: t(`metrics.verdict.title.${verdict}`),
    sentence: t(`metrics.verdict.sentence.${verdict}`, {
      ...{ k: per100, watched, horizon: formatDuration(horizon, locale) },
    }),
  };
}
