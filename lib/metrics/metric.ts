import type { Locale } from "#lib/i18n/locales.ts";
import type { Estimate } from "./estimate.ts";
import type { OffspringDistribution } from "./heterogeneity/offspring-distribution.ts";
import type { CascadesInput } from "./inputs/cascades-input.ts";
import type { CohortsInput } from "./inputs/cohorts-input.ts";
import type { ConversionsInput } from "./inputs/conversions-input.ts";
import type { CountsInput } from "./inputs/counts-input.ts";
import type { ForestInput } from "./inputs/forest-input.ts";
import type { LagsInput } from "./inputs/lags-input.ts";
import type { SpendInput } from "./inputs/spend-input.ts";

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
}
export type Need = keyof MetricInputs;

/** The question that every metric is asked alongside its inputs. */
export interface MetricContext {
  /** UTC milliseconds; only events up to here are in the inputs. */
  readonly asOf: number;
  /** Maturity horizon A in milliseconds: children are counted up to this age of their parent. */
  readonly horizon: number;
}

/** In which unit a value stands, and so how it is written. */
export const METRIC_UNITS = [
  "shares",
  "persons",
  "generations",
  "children",
  "ratio",
  "share",
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
