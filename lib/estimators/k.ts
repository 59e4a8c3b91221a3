import type { Estimate } from "#lib/domain/estimate.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { childless, clusteredEstimate } from "./estimates.ts";
import type { LagCdf } from "./lag-distribution.ts";
import { kReach, type LagSample } from "./lag-sample.ts";
import { type ClusteredError, clusteredError, meanCumulativeFunction } from "./mean-cumulative-function.ts";

/** K or K0 with what it rests on. */
interface ReproductionNumber {
  readonly estimate: Estimate;
  /** Age of a share, in milliseconds, up to which children were counted: "K within". At most the horizon. */
  readonly within: number;
  /** Shares of the population, however young. */
  readonly shares: number;
  /** Their children born by that age. */
  readonly children: number;
  readonly cascades: number;
  /** Null where K is 0 or unknown. */
  readonly error: ClusteredError | null;
}

const LEAST_SHARES = 10;
const EMPTY = { value: null, why: "empty" } as const;

/**
 * Children of a share within the horizon, corrected for the youth of young shares by the mean cumulative
 * function, cascades as clusters (METRICS §2.2). Sharers give K, seeds K0. Where too few shares were watched
 * for the whole horizon, children are counted up to a shorter age.
 *
 * "shortened-horizon" comes before any other note; the others can be told from the findings.
 *
 * @param horizon maturity horizon in milliseconds
 * @param lagCdf when children come; only the bound of a childless sample leans on it
 */
export function reproductionNumber(sample: LagSample, horizon: number, lagCdf: LagCdf): ReproductionNumber {
  const { population, age, cascades } = sample;
  const curve = meanCumulativeFunction(sample, horizon);
  const within = curve.age.length === 0 ? horizon : kReach(sample, horizon);
  const steps = countAtMost(curve.age, within);
  const children = curve.births.subarray(0, steps).reduce((sum, births) => sum + births, 0);
  const error = steps === 0 ? null : clusteredError(sample, curve, within);
  return { within, shares: age.length, children, cascades, error, estimate: estimateOf() };

  function estimateOf(): Estimate {
    const shortened = within < horizon;
    if (age.length === 0) return population === "sharers" ? { ...EMPTY, note: "nobody-reshared" } : EMPTY;
    if (shortened && (age.length < LEAST_SHARES || within === 0)) return { value: null, why: "too-few" };
    const estimate =
      error === null
        ? ofChildless(effectiveShares(age, within, lagCdf))
        : clusteredEstimate(curve.value[steps - 1] ?? 0, error, cascades);
    if (!shortened) return estimate;
    return estimate.value === null
      ? { ...estimate, note: "shortened-horizon" }
      : { ...estimate, note: "shortened-horizon", within };
  }
}

/** Shares counted by the part of their children within `within` that is due by now. */
function effectiveShares(ages: Float64Array, within: number, lagCdf: LagCdf): number {
  return ages.reduce((sum, age) => sum + lagCdf(Math.min(age, within)) / lagCdf(within), 0);
}

function ofChildless(shares: number): Estimate {
  return shares > 0 ? childless(shares) : { value: null, why: "censored" };
}
