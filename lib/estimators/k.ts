import { type Estimate, LINKS_UNKNOWN } from "#lib/domain/estimate.ts";
import type { LeftOut } from "#lib/stats/jackknife.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { jackknifeEstimate } from "./cascade-ratio.ts";
import { childless, withinOneCascade } from "./estimates.ts";
import type { LagCdf } from "./lag-distribution.ts";
import { kReach, type LagSample, type Population } from "./lag-sample.ts";
import { type LeaveOneOutK, leaveOneOutK } from "./leave-one-out-k.ts";
import { clusteredError, meanCumulativeFunction } from "./mean-cumulative-function.ts";

/** K or K0 with what it rests on. */
export interface ReproductionNumber {
  readonly estimate: Estimate;
  /** Age of a share, in milliseconds, up to which children were counted: "K within". At most the horizon. */
  readonly within: number;
  /** Shares of the population, however young. */
  readonly shares: number;
  /** Their children born by that age. */
  readonly children: number;
  readonly cascades: number;
  /** The same without each cascade; null where there is no child. */
  readonly leftOut: LeaveOneOutK | null;
}

const EMPTY = { value: null, why: "empty" } as const;

/**
 * Children of a share within the horizon, corrected for the youth of young shares by the mean cumulative
 * function, with the interval of leaving every cascade out in turn (METRICS §2.2, §2.8). Sharers give K, seeds K0.
 * Where too few shares were watched for the whole horizon, children are counted up to a shorter age.
 *
 * "shortened-horizon" gives way to any other note: `within` says the same.
 *
 * @param horizon maturity horizon in milliseconds
 * @param lagCdf when children come; only the bound of a childless sample leans on it
 */
export function reproductionNumber(sample: LagSample, horizon: number, lagCdf: LagCdf): ReproductionNumber {
  const { population, age, cascades } = sample;
  const curve = meanCumulativeFunction(sample, horizon);
  const within = age.length === 0 ? horizon : kReach(sample, horizon);
  const steps = countAtMost(curve.age, within);
  const leftOut = steps === 0 ? null : leaveOneOutK(sample, curve, steps);
  return {
    within,
    shares: age.length,
    children: leftOut?.children ?? 0,
    cascades,
    leftOut,
    estimate: estimateOf(),
  };

  function estimateOf(): Estimate {
    const shortened = within < horizon;
    if (sample.linksUnknown) return LINKS_UNKNOWN;
    if (age.length === 0) return population === "sharers" ? { ...EMPTY, note: "nobody-reshared" } : EMPTY;
    if (shortened && within === 0) return { value: null, why: "censored" };
    const estimate = watched();
    if (!shortened) return estimate;
    const note = estimate.note ?? "shortened-horizon";
    return estimate.value === null ? { ...estimate, note } : { ...estimate, note, within };
  }

  function watched(): Estimate {
    // Of a sample without any child the bound allows for those that are still to come.
    if (leftOut === null)
      return ofChildless(effectiveShares(age, curve.age.length === 0 ? horizon : within, lagCdf));
    const value = curve.value[steps - 1] ?? 0;
    if (cascades < 2) return withinOneCascade(value, clusteredError(sample, curve, within).byShare);
    return jackknifeEstimate(value, logOf(value, leftOut, population), Math.exp, cascades);
  }
}

/** ln K and the same without each cascade, for whoever goes on with the parts; null without a child. */
export function logK({ estimate, leftOut }: ReproductionNumber, population: Population): LeftOut | null {
  return estimate.value === null || leftOut === null ? null : logOf(estimate.value, leftOut, population);
}

/** ln K with what its jackknife needs; a count of seeds says nothing of how unlike their cascades are. */
function logOf(k: number, { without, children, born, expected }: LeaveOneOutK, of: Population): LeftOut {
  return {
    theta: Math.log(k),
    without: without.map(Math.log),
    weights: born.map((own, j) => Math.max(own, of === "seeds" ? 0 : (expected[j] ?? 0)) / children),
    floor: 1 / children,
  };
}

/** Shares counted by the part of their children within `within` that is due by now. */
function effectiveShares(ages: Float64Array, within: number, lagCdf: LagCdf): number {
  return ages.reduce((sum, age) => sum + lagCdf(Math.min(age, within)) / lagCdf(within), 0);
}

function ofChildless(shares: number): Estimate {
  return shares > 0 ? childless(shares) : { value: null, why: "censored" };
}
