import type { ChannelRow } from "#lib/answers/channels/answer.ts";
import type { OverviewFigures } from "#lib/answers/overview/answer.ts";
import { weakestFactor } from "#lib/answers/overview/weakest-factor.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Whether it sustains itself, in words, and which factor one channel shows to have the most room. */
export function VerdictLine(props: {
  figures: OverviewFigures;
  channels: readonly ChannelRow[];
  locale: Locale;
  t: Translate;
}) {
  const { figures, channels, locale, t } = props;
  const weak = weakestFactor(figures, channels);
  return (
    <p className="text-sm">
      <span className="font-medium">{t(`overview.verdict.${sustains(figures.k)}`)}</span>{" "}
      {weak === null
        ? null
        : t("overview.verdict.weak", {
            factor: t(`overview.factor.${weak.factor}`),
            value: formatPercent(weak.value, locale),
            best: formatPercent(weak.best, locale),
            channel: weak.channel,
          })}
    </p>
  );
}

function sustains(k: OverviewFigures["k"]): "sustains" | "fades" | "unclear" | "unknown" {
  if (k.value === null || k.low === undefined || k.high === undefined) return "unknown";
  if (k.low > 1) return "sustains";
  return k.high < 1 ? "fades" : "unclear";
}
