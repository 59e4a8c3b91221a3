import { verdictWords } from "#components/metrics/verdict-words.ts";
import type { ChannelBoard } from "#lib/answers/channels/answer.ts";
import type { OverviewFigures } from "#lib/answers/overview/answer.ts";
import { weakestFactor } from "#lib/answers/overview/weakest-factor.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Whether it sustains itself, in words, and which factor one channel shows to have the most room. */
export function VerdictLine(props: {
  figures: OverviewFigures;
  horizon: number;
  channels: ChannelBoard;
  locale: Locale;
  t: Translate;
}) {
  const { figures, horizon, channels, locale, t } = props;
  const weak = weakestFactor(figures, channels);
  const { title, sentence } = verdictWords(figures.k, { horizon, locale, t });
  return (
    <p className="text-sm">
      <span className="font-medium">{title}.</span> {sentence}{" "}
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
