import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { LagCdf } from "#lib/estimators/lag-cdf.ts";
import type { CountHistogram } from "#lib/stats/negative-binomial/sample.ts";
import { type OffspringFit, offspringFit } from "./offspring-fit.ts";
import { offspringHistogram } from "./offspring-histogram.ts";
import { offspringSample } from "./offspring-sample.ts";

export interface OffspringDistribution {
  /** Children of the mature sharers. */
  readonly mature: CountHistogram;
  readonly fit: OffspringFit;
  /** True: too few parents are mature, and the fit reads shares of any age by their effective shares. */
  readonly isAgeCorrected: boolean;
}

const LEAST_PARENTS = 10;

/**
 * Distribution of sharers' children as of an instant: fitted to mature sharers where ten of them have a
 * child, else to all (METRICS §4.1, §4.2).
 * @param asOf UTC milliseconds
 * @param horizon maturity horizon in milliseconds
 */
export function offspringDistribution(
  forest: ForestShape,
  asOf: number,
  horizon: number,
  lagCdf: LagCdf,
): OffspringDistribution {
  const mature = offspringHistogram(forest, asOf, horizon);
  const fit = offspringFit(mature);
  if (fit.parents >= LEAST_PARENTS) return { mature, fit, isAgeCorrected: false };
  const { histogram, groups } = offspringSample(forest, asOf, horizon, lagCdf);
  const isAgeCorrected = groups.some(({ exposure }) => exposure < 1);
  return { mature, fit: isAgeCorrected ? offspringFit(histogram, groups) : fit, isAgeCorrected };
}
