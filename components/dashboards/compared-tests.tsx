import { ComparisonCard } from "#components/metrics/comparison-card.tsx";
import { OutcomesCard } from "#components/metrics/outcomes-card.tsx";
import type { ArmComparison } from "#lib/answers/arms/arm-comparison.ts";
import type { Comparison } from "#lib/answers/compare/compared-side.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Whether two sides differ in K, and in what comes of the people they reach. */
export function ComparedTests(props: {
  data: Comparison;
  names: readonly [string, string];
  currencies: readonly [string | null, string | null];
  locale: Locale;
  t: Translate;
}) {
  const { data, names, currencies, locale, t } = props;
  const tests = data.tests.map((test) => named(test, names));
  const spread = tests.find(({ measure }) => measure === "k");
  const [first, second] = currencies;
  // Amounts of two currencies have no ratio.
  const comparable = tests.filter(({ measure }) => measure !== "value" || first === second);
  return (
    <>
      {spread === undefined ? null : <ComparisonCard data={spread} locale={locale} t={t} />}
      <OutcomesCard comparisons={comparable} currency={first} locale={locale} t={t} />
    </>
  );
}

/** The sides as the page calls them. */
function named(test: ArmComparison, [first, second]: readonly [string, string]): ArmComparison {
  const nameOf = (side: string) => (side === "first" ? first : second);
  return {
    ...test,
    arms: test.arms.map((arm) => ({ ...arm, name: nameOf(arm.name) })),
    pairs: test.pairs.map((pair) => ({ ...pair, first: nameOf(pair.first), second: nameOf(pair.second) })),
  };
}
