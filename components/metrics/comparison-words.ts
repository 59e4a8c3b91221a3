import type { ArmComparison, ArmPair } from "#lib/answers/arms/arm-comparison.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/**
 * What the pairs allow to say, the differences first and each with its size. One undecided pair is named; many
 * are counted, so that the words stay few.
 */
export function comparisonWords({ arms, pairs }: ArmComparison, locale: Locale, t: Translate): string[] {
  if (arms.length === 0) return [t("metrics.compare.none")];
  if (arms.length === 1) return [t("metrics.compare.one")];
  const better = pairs.flatMap((pair) => betterWords(pair, locale, t) ?? []);
  const unclear = pairs.filter(({ verdict }) => verdict === "unclear");
  const tooFew = pairs.filter(({ verdict }) => verdict === "too-few");
  const [onlyUnclear] = unclear.length === 1 ? unclear : [];
  const [onlyFew] = tooFew.length === 1 ? tooFew : [];
  return [
    ...better,
    ...(onlyUnclear !== undefined ? [t("metrics.compare.unclear", namesOf(onlyUnclear))] : []),
    ...(unclear.length > 1 ? [t("metrics.compare.unclearMany", { count: unclear.length })] : []),
    ...(onlyFew !== undefined ? [t("metrics.compare.tooFew", namesOf(onlyFew))] : []),
    ...(tooFew.length > 1 ? [t("metrics.compare.tooFewMany", { count: tooFew.length })] : []),
  ];
}

/** Names are the users' own and may run either way; isolated, they leave the sentence in order. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

function namesOf({ first, second }: ArmPair) {
  return { first: isolated(first), second: isolated(second) };
}

function betterWords(pair: ArmPair, locale: Locale, t: Translate): string | null {
  const { verdict, ratio } = pair;
  if (verdict !== "first" && verdict !== "second") return null;
  const { first, second } = namesOf(pair);
  const [winner, loser] = verdict === "second" ? [second, first] : [first, second];
  const told = verdict === "second" ? ratio : inverse(ratio);
  if (told.value === null) return null;
  const write = (value: number) =>
    Number.isFinite(value) ? formatNumber(Number(value.toPrecision(2)), locale) : t("metrics.infinite");
  const values = { winner, loser, ratio: write(told.value) };
  const { low, high } = told;
  return low === undefined || high === undefined
    ? t("metrics.compare.betterAlone", values)
    : t("metrics.compare.better", { ...values, low: write(low), high: write(high) });
}

function inverse(ratio: Estimate): Estimate {
  const { value, low, high } = ratio.value === null ? { value: null } : ratio;
  if (value === null) return ratio;
  const ends = low === undefined || high === undefined ? {} : { low: 1 / high, high: 1 / low };
  return { value: 1 / value, ...ends };
}
