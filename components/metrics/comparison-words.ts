import type { ArmComparison, ArmPair } from "#lib/answers/arms/arm-comparison.ts";
import { mapEstimate } from "#lib/estimators/estimates.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/**
 * What the pairs allow to say, the differences first and each with its size. One undecided pair is named; many
 * are counted, so that the words stay few.
 */
export function comparisonWords(data: ArmComparison, locale: Locale, t: Translate): string[] {
  const { arms, pairs, judging } = data;
  if (arms.length === 0) return [t("comparison.none")];
  if (arms.length === 1) return [t("comparison.one")];
  const unclear = pairs.filter(({ verdict }) => verdict === "unclear");
  const few = pairs.filter(({ verdict }) => verdict === "too-few");
  const isRunning = judging.kind === "running";
  return [
    ...pairs.flatMap((pair) => betterWords(pair, data, locale, t) ?? []),
    ...pairs.filter(({ changed }) => changed).map((pair) => t("comparison.changed", namesOf(pair))),
    ...oneOrMany(
      unclear,
      (pair) => t("comparison.unclear", namesOf(pair)),
      (count) => t("comparison.unclearMany", { count }),
    ),
    ...oneOrMany(
      few,
      (pair) => {
        const effective = formatNumber(Math.floor(pair.effective), locale);
        return isRunning
          ? t("comparison.early", { ...namesOf(pair), effective })
          : t("comparison.tooFew", namesOf(pair));
      },
      (count) => t(isRunning ? "comparison.earlyMany" : "comparison.tooFewMany", { count }),
    ),
  ];
}

/** Names are the users' own and may run either way; isolated, they leave the sentence in order. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

function oneOrMany(
  pairs: readonly ArmPair[],
  one: (pair: ArmPair) => string,
  many: (count: number) => string,
): string[] {
  const [first] = pairs;
  if (first === undefined) return [];
  return [pairs.length === 1 ? one(first) : many(pairs.length)];
}

function namesOf({ first, second }: ArmPair) {
  return { first: isolated(first), second: isolated(second) };
}

function betterWords(pair: ArmPair, { measure }: ArmComparison, locale: Locale, t: Translate): string | null {
  const { verdict, ratio } = pair;
  if (verdict !== "first" && verdict !== "second") return null;
  const { first, second } = namesOf(pair);
  const [winner, loser] = verdict === "second" ? [second, first] : [first, second];
  const told = verdict === "second" ? ratio : mapEstimate(ratio, (value) => 1 / value);
  const write = (value: number) =>
    Number.isFinite(value) ? formatNumber(Number(value.toPrecision(3)), locale) : t("metrics.infinite");
  // A range that holds 1 beside a p that speaks against it: the words follow the test and leave the size to the table.
  if (told.value === null || told.low === undefined || told.high === undefined || told.low <= 1)
    return t(`comparison.betterAlone.${measure}`, { winner, loser });
  const size = { ratio: write(told.value), low: write(told.low), high: write(told.high) };
  return t(`comparison.better.${measure}`, { winner, loser, ...size });
}
