import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { LagCdf } from "#lib/estimators/lag-cdf.ts";
import { rtBornBy } from "./rt-born-by.ts";
import { type GammaPrior, rtPosterior } from "./rt-posterior.ts";

/** Shares that are not seeds, born from `from` up to but not at `to`. */
export interface CohortRow {
  readonly from: number;
  readonly to: number;
  readonly shares: number;
  /** Their children so far, born within the horizon of their parents. */
  readonly children: number;
  /** E = Σ F(age): shares, each by how much of its children can have been seen. */
  readonly effective: number;
  /** Children per share; null where there is no share. */
  readonly naive: number | null;
  /** K = children per effective share; null where E is 0. */
  readonly corrected: number | null;
  /** 95 % interval of K; null where there is no share. */
  readonly low: number | null;
  readonly high: number | null;
  /** Less than a fifth of the children can have been seen. */
  readonly hatched: boolean;
  /** E is below 5: the interval may be shown, the point not. */
  readonly tooFew: boolean;
}

/** How a cohort is judged. */
export interface CohortModel {
  /** UTC milliseconds; events up to and at this instant are seen. */
  readonly asOf: number;
  /** F of the shares that are not seeds. */
  readonly lagCdf: LagCdf;
  /** Maturity horizon A in the unit of the times. */
  readonly horizon: number;
  /** φ of `rtContinuous`, >= 1. */
  readonly dispersion: number;
  readonly prior?: GammaPrior;
}

const HATCHED_BELOW = 0.2;

/**
 * The cohort table of METRICS §2.3: K of the shares born in each stretch of time, corrected for their age.
 * Interval: Gamma(1 + C/φ, 1 + E/φ). F must come from other or older shares.
 *
 * @param edges cut points of the cohorts, ascending (hours, days or weeks of some clock); n + 1 for n cohorts
 */
export function cohortTable(forest: ForestShape, edges: readonly number[], model: CohortModel): CohortRow[] {
  const { asOf, lagCdf, horizon } = model;
  const { size, parent, at } = forest;
  const cuts = Float64Array.from(edges);
  const cohorts = Math.max(0, edges.length - 1);
  const shares = new Float64Array(cohorts);
  const effective = new Float64Array(cohorts);
  const children = new Float64Array(cohorts);
  const cohortOf = (share: number) => {
    const birth = at[share] ?? 0;
    const cohort = rtBornBy(cuts, birth) - 1;
    return birth <= asOf && cohort < cohorts && !isSeed(forest, share) ? cohort : -1;
  };
  const add = (sums: Float64Array, cohort: number, value: number) => {
    if (cohort !== -1) sums[cohort] = (sums[cohort] ?? 0) + value;
  };
  for (let i = 0; i < size; i++) {
    const birth = at[i] ?? 0;
    const cohort = cohortOf(i);
    add(shares, cohort, 1);
    if (cohort !== -1) add(effective, cohort, lagCdf(Math.min(asOf - birth, horizon)));
    const above = parent[i] ?? -1;
    if (above !== -1 && birth <= asOf && birth - (at[above] ?? 0) <= horizon)
      add(children, cohortOf(above), 1);
  }
  return Array.from(shares, (count, i) =>
    cohortRow(edges[i] ?? 0, edges[i + 1] ?? 0, count, children[i] ?? 0, effective[i] ?? 0, model),
  );
}

function cohortRow(
  from: number,
  to: number,
  shares: number,
  children: number,
  effective: number,
  { prior, dispersion }: CohortModel,
): CohortRow {
  const posterior = rtPosterior(children, effective, prior, dispersion);
  return {
    from,
    to,
    shares,
    children,
    effective,
    naive: shares === 0 ? null : children / shares,
    corrected: effective === 0 ? null : children / effective,
    low: shares === 0 ? null : posterior.low,
    high: shares === 0 ? null : posterior.high,
    hatched: effective < HATCHED_BELOW * shares,
    tooFew: posterior.tooFew,
  };
}
