import type { ArmComparison } from "#lib/answers/arms/arm-comparison.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const SIGNIFICANT = 0.05;

/** How a comparison is judged, in a few words and in many. */
export function judgingWords({ judging }: ArmComparison, locale: Locale, t: Translate): [string, string] {
  if (judging.kind === "running")
    return [t("comparison.judging.running"), t("comparison.judging.running.text")];
  const day = formatDay(judging.day, locale);
  return [
    t(`comparison.judging.${judging.kind}`, { day }),
    t(`comparison.judging.${judging.kind}.text`, { day }),
  ];
}

/** What to know beside the findings: what they rest on, and what it would take to see more. */
export function comparisonNotes(data: ArmComparison, locale: Locale, t: Translate): string[] {
  const { overall, pairs, plan, arms } = data;
  if (arms.length < 2) return [];
  const cuts = pairs.flatMap(({ within, p }) => (within === null || p === null ? [] : [within]));
  const p = overall === null ? "" : formatRatio(overall, locale);
  return [
    ...(overall === null
      ? []
      : [t(`comparison.overall.${overall < SIGNIFICANT ? "differ" : "same"}`, { p })]),
    ...(plan === null ? [] : [t("comparison.plan", { needed: plan.perArm })]),
    ...(plan === null || plan.found === null
      ? []
      : [
          t("comparison.plan.found", {
            planted: formatNumber(plan.planted, locale),
            found: formatNumber(Number(plan.found.toPrecision(3)), locale),
          }),
        ]),
    ...(cuts.length === 0
      ? []
      : [t("comparison.within", { age: formatDuration(Math.min(...cuts), locale) })]),
    ...(pairs.some(({ pooledLags, p }) => pooledLags && p !== null) ? [t("comparison.pooledLags")] : []),
  ];
}
