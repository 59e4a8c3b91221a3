import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { CampaignForecast } from "#lib/answers/forecast/forecast.ts";
import { probabilityOfTotal } from "#lib/estimators/forecast/total.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface GoalProps {
  readonly data: Pick<CampaignForecast, "draws" | "size">;
  readonly goal: number | null;
  readonly locale: Locale;
  readonly t: Translate;
}

/** A goal typed by the marketer, kept in the address as `?goal=`, and how likely it is. */
export function GoalCard({ data, goal, locale, t }: GoalProps) {
  return (
    <Card title={t("metrics.forecast.goal.title")}>
      <form className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <label
            htmlFor="goal"
            className="mb-1.5 block text-sm font-medium text-slate-800 dark:text-slate-200"
          >
            {t("metrics.forecast.goal.field")}
          </label>
          <input
            id="goal"
            name="goal"
            type="number"
            inputMode="numeric"
            min={1}
            step={1}
            required
            defaultValue={goal ?? ""}
            className={inputClass}
          />
        </div>
        <Button type="submit" variant="secondary">
          {t("metrics.forecast.goal.submit")}
        </Button>
      </form>
      <div className="mt-5">
        <GoalAnswer data={data} goal={goal} locale={locale} t={t} />
      </div>
    </Card>
  );
}

function GoalAnswer({ data, goal, locale, t }: GoalProps) {
  const { draws, size } = data;
  const muted = "text-slate-600 dark:text-slate-400";
  if (goal === null) return <p className={muted}>{t("metrics.forecast.goal.none")}</p>;
  if (goal <= size) {
    const text = t("metrics.forecast.goal.reached", { size: formatNumber(size, locale) });
    return <p className="font-medium">{text}</p>;
  }
  const p = probabilityOfTotal(draws, goal);
  if (p === null) return <p className={muted}>{t("metrics.forecast.goal.noDraws")}</p>;
  return (
    <>
      <p className="text-3xl font-semibold tabular-nums tracking-tight">
        {chanceText(p, draws.length, locale, t)}
      </p>
      <p className={`mt-0.5 text-xs ${muted}`}>
        {t("metrics.forecast.goal.chance", { goal: formatNumber(goal, locale) })}
      </p>
      <span
        dir="ltr"
        aria-hidden="true"
        className="mt-3 block h-1.5 rounded-full bg-slate-200 dark:bg-slate-800"
      >
        <span
          style={{ width: `${100 * p}%` }}
          className="block h-full rounded-full bg-teal-700 dark:bg-teal-400"
        />
      </span>
    </>
  );
}

/** What is rarer than the draws can resolve is written as a bound. */
function chanceText(p: number, draws: number, locale: Locale, t: Translate): string {
  const least = Math.max(0.001, 1 / draws);
  if (p < least) return t("metrics.forecast.goal.under", { chance: formatPercent(least, locale) });
  if (p > 1 - least) return t("metrics.forecast.goal.over", { chance: formatPercent(1 - least, locale) });
  return formatPercent(p, locale);
}
