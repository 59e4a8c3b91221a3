import { Card } from "#components/ui/card.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { type AgeScore, type ForecastScores, LEAST_SCORED } from "#lib/answers/forecast/scores.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface ScoresProps {
  readonly scores: ForecastScores;
  readonly locale: Locale;
  readonly t: Translate;
}

/** What came of the forecasts that were issued before this one, by the age that they were made at. */
export function ForecastScoresCard({ scores, locale, t }: ScoresProps) {
  return (
    <Card
      widget="forecast-scores"
      title={t("metrics.forecast.scores.title")}
      note={t("metrics.forecast.scores.note")}
    >
      <Table>
        <thead>
          <tr>
            <Th>{t("metrics.forecast.scores.age")}</Th>
            <Th figure>{t("metrics.forecast.scores.scored")}</Th>
            <Th figure>{t("metrics.forecast.scores.waiting")}</Th>
            <Th figure>{t("metrics.forecast.scores.held80")}</Th>
            <Th figure>{t("metrics.forecast.scores.held95")}</Th>
            <Th figure>{t("metrics.forecast.scores.error")}</Th>
            <Th figure>{t("metrics.forecast.scores.wis")}</Th>
          </tr>
        </thead>
        <tbody>
          {scores.map((score) => (
            <ScoreLine key={score.age ?? "all"} score={score} locale={locale} t={t} />
          ))}
        </tbody>
      </Table>
      <p className="mt-3 max-w-3xl text-xs text-slate-500 dark:text-slate-400">
        {t("metrics.forecast.scores.wisNote")}
      </p>
    </Card>
  );
}

function ScoreLine({ score, locale, t }: { score: AgeScore; locale: Locale; t: Translate }) {
  const { age, scored, waiting, figures } = score;
  const part = (value: number | null) => (value === null ? t("common.none") : formatPercent(value, locale));
  return (
    <tr>
      <Td className="whitespace-nowrap">
        {age === null ? t("metrics.forecast.scores.all") : formatDuration(age, locale)}
      </Td>
      <Td figure>{formatNumber(scored, locale)}</Td>
      <Td figure>{formatNumber(waiting, locale)}</Td>
      {figures === null ? (
        <Td colSpan={4} className="text-end text-slate-600 rtl:text-start dark:text-slate-400">
          {t("metrics.forecast.scores.few", { scored, least: LEAST_SCORED })}
        </Td>
      ) : (
        <>
          <Td figure>{part(figures.coverage80)}</Td>
          <Td figure>{part(figures.coverage95)}</Td>
          <Td figure>{formatPercent(figures.medianApe, locale)}</Td>
          <Td figure>{figures.wis === null ? t("common.none") : formatNumber(figures.wis, locale)}</Td>
        </>
      )}
    </tr>
  );
}
