import type { Estimate } from "#lib/domain/estimate.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import type { LagsInput } from "#lib/estimators/interval.ts";
import type { OffspringDistribution } from "#lib/estimators/offspring.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { CascadesInput } from "#lib/inputs/cascades-input.ts";
import type { CohortsInput } from "#lib/inputs/cohorts-input.ts";
import type { ConversionsInput } from "#lib/inputs/conversions-input.ts";
import type { CountsInput } from "#lib/inputs/counts-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import type { SpendInput } from "#lib/inputs/spend-input.ts";

/** What metrics are computed from, one entry per kind of need, so that nothing is loaded that nobody asked for. */
export interface MetricInputs {
  readonly cascades: CascadesInput;
  readonly forest: ForestInput;
  readonly lags: LagsInput;
  readonly offspring: OffspringDistribution;
  readonly counts: CountsInput;
  readonly cohorts: CohortsInput;
  readonly conversions: ConversionsInput;
  readonly spend: SpendInput;
  /** IANA name of the zone whose days and hours are meant. */
  readonly zone: string;
}
export type Need = keyof MetricInputs;

/**
 * In which unit a value stands, and so how it is written. Counts are `shares`, `persons`, `generations` and `hops`,
 * steps along the tree; `children` and `users` are brought by one; a `proportion` is part of a whole, from 0 to 1; a
 * `number` has no unit.
 */
export const METRIC_UNITS = [
  "shares",
  "persons",
  "generations",
  "hops",
  "children",
  "users",
  "ratio",
  "number",
  "proportion",
  "probability",
  "milliseconds",
  "perDay",
  "money",
] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

/** One number of the product: what it is called, what it means, and how it is had from its inputs. */
export interface Metric<N extends Need = Need> {
  /** In camelCase; the key in every API, file and URL. */
  readonly id: string;
  readonly unit: MetricUnit;
  /** Which way is better; null where neither is. */
  readonly good: "up" | "down" | null;
  readonly needs: readonly N[];
  readonly name: Readonly<Record<Locale, string>>;
  readonly explanation: Readonly<Record<Locale, string>>;
  /** Where the definition comes from. */
  readonly reference: string;
  /** Pure: equal inputs give equal estimates. */
  compute(inputs: Pick<MetricInputs, N>, context: MetricContext): Estimate;
}

/** What a registered number is called and means, for wherever it is shown: written once, here. */
export function metricWords(
  { name, explanation }: Pick<Metric, "name" | "explanation">,
  locale: Locale,
): { readonly label: string; readonly definition: string } {
  return { label: name[locale], definition: explanation[locale] };
}
