import { ageRank } from "./age-rank.ts";
import type { LagSample } from "./lag-sample.ts";
import type { CumulativeCurve } from "./mean-cumulative-function.ts";

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
    const rank = ageRank(curve.age, Math.min(age, sample.age[share] as number));
    influence[share] = rank === 0 ? 0 : -(curve.poissonVariance[rank - 1] as number);
  }
  for (let child = 0; child < sample.lag.length; child++) {
    const lag = sample.lag[child] as number;
    const rank = ageRank(curve.age, lag);
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
