import { countAtMost } from "#lib/stats/sorted-search.ts";
import type { LagSample } from "./lag-sample.ts";

/** Children per share by age of the share: a step function that rises at `age[i]` to `value[i]`. */
export interface CumulativeCurve {
  /** Distinct lags in ascending order, milliseconds. */
  readonly age: Float64Array;
  /** Children born at that very age of their parents. */
  readonly births: Int32Array;
  /** Shares that were watched until that age or longer. */
  readonly atRisk: Int32Array;
  readonly value: Float64Array;
  /** Variance of `value` if children were born independently: what clustered errors correct. */
  readonly poissonVariance: Float64Array;
}

/**
 * The mean cumulative function K(a) = Σ d(u)/Y(u) over lags u ≤ a: young shares count for as long as they
 * were watched. O(n log n) for the sorting, one pass for the rest. Unstopped: the caller says how far the
 * sample reaches.
 *
 * Sources: Nelson 1988; Lawless and Nadeau 1995.
 *
 * @param horizon last age of interest, milliseconds
 */
export function meanCumulativeFunction(
  sample: Pick<LagSample, "age" | "lag">,
  horizon: number,
): CumulativeCurve {
  const ages = sample.age.slice().sort();
  const lags = sample.lag.filter((lag) => lag <= horizon).sort();
  const steps = countSteps(lags);
  const age = new Float64Array(steps);
  const births = new Int32Array(steps);
  const atRisk = new Int32Array(steps);
  const value = new Float64Array(steps);
  const poissonVariance = new Float64Array(steps);
  const addToValue = runningSum();
  const addToVariance = runningSum();
  let gone = 0;
  let next = 0;
  for (let step = 0; step < steps; step++) {
    const lag = lags[next] as number;
    const first = next;
    while (lags[next] === lag) next += 1;
    while ((ages[gone] as number) < lag) gone += 1;
    const watched = ages.length - gone;
    age[step] = lag;
    births[step] = next - first;
    atRisk[step] = watched;
    value[step] = addToValue((next - first) / watched);
    poissonVariance[step] = addToVariance((next - first) / (watched * watched));
  }
  return { age, births, atRisk, value, poissonVariance };
}

function countSteps(sorted: Float64Array): number {
  let steps = 0;
  for (let i = 0; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) steps += 1;
  return steps;
}

/** A cumulative sum of positive terms with Kahan's correction, so that a million of them stay exact enough. */
function runningSum(): (term: number) => number {
  let sum = 0;
  let lost = 0;
  return (term) => {
    const corrected = term - lost;
    const raised = sum + corrected;
    lost = raised - sum - corrected;
    sum = raised;
    return sum;
  };
}

/** Standard errors of a mean cumulative function at one age. */
export interface ClusteredError {
  /** Shares taken as independent (Lawless and Nadeau 1995): good within one cascade only; null for fewer than two. */
  readonly byShare: number | null;
  /** Cascades taken as independent, with the factor M/(M−1); null for fewer than two cascades. */
  readonly byCascade: number | null;
}

/**
 * Robust standard errors from the influence of every share on K(a):
 * ψ = Σ 1/Y(u) over its children's lags u ≤ a − Σ d(u)/Y(u)² over ages u ≤ min(a, its own age).
 * O(log events) per share and child.
 */
export function clusteredError(sample: LagSample, curve: CumulativeCurve, age: number): ClusteredError {
  const { cascades, cascade } = sample;
  const influence = new Float64Array(sample.age.length);
  for (let share = 0; share < influence.length; share++) {
    const rank = countAtMost(curve.age, Math.min(age, sample.age[share] as number));
    influence[share] = rank === 0 ? 0 : -(curve.poissonVariance[rank - 1] as number);
  }
  for (let child = 0; child < sample.lag.length; child++) {
    const lag = sample.lag[child] as number;
    const rank = countAtMost(curve.age, lag);
    // Past the curve's own horizon a lag has no step there.
    if (lag > age || curve.age[rank - 1] !== lag) continue;
    const share = sample.parent[child] as number;
    influence[share] = (influence[share] as number) + 1 / (curve.atRisk[rank - 1] as number);
  }
  const ofCascade = new Float64Array(cascades);
  for (let share = 0; share < influence.length; share++) {
    const of = cascade[share] as number;
    ofCascade[of] = (ofCascade[of] as number) + (influence[share] as number);
  }
  return {
    byShare: influence.length < 2 ? null : norm(influence),
    byCascade: cascades < 2 ? null : Math.sqrt(cascades / (cascades - 1)) * norm(ofCascade),
  };
}

function norm(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}
