import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { cascadeRatio } from "./cascade-ratio.ts";
import { type CohortGrid, cohortGrid } from "./cohort-grid.ts";
import type { LagCdf, LagDistribution } from "./lag-distribution.ts";
import { type GammaPrior, rtPosterior } from "./rt-posterior.ts";

/** With fewer cascades the interval comes from the dispersion of the campaign. */
const LEAST_CASCADES = 3;
/** Below so many effective shares a cohort has no point; below such a part of its shares it is hatched. */
export const LEAST_EFFECTIVE = 5;
export const LEAST_SEEN = 0.2;

/** What the shares of one cascade, or of those that one person planted, have brought that were born in one cohort. */
export interface CohortPart {
  /** Number of the cohort, from 0. */
  readonly cohort: number;
  readonly shares: number;
  /** Σ F(age): shares, each by how much of its children can have been seen. */
  readonly effective: number;
  /** Their children so far, born within the horizon of their parents. */
  readonly children: number;
}

/** The cohorts in which each cascade has shares. */
export type CohortParts = readonly (readonly CohortPart[])[];

/** How shares pass on, and as of when. */
interface CohortModel {
  /** UTC milliseconds; events up to and at this instant are seen. */
  readonly asOf: number;
  /** F of the shares that are not seeds. */
  readonly lagCdf: LagCdf;
  /** Maturity horizon A in the unit of the times, or the age that F reaches. */
  readonly horizon: number;
}

/**
 * Shares that are not seeds, their effective shares and their children, by cascade and by the cohort in which they
 * were born. F must come from other or older shares.
 * @param cohortOf number of the cohort of a share; -1 leaves it out
 */
export function cohortParts(
  forest: ForestShape,
  cohortOf: (share: number) => number,
  { asOf, lagCdf, horizon }: CohortModel,
): CohortParts {
  const { size, parent, at } = forest;
  const clusters = new Map<
    number,
    Map<number, { cohort: number; shares: number; effective: number; children: number }>
  >();
  const isCounted = (share: number) => (at[share] ?? 0) <= asOf && !isSeed(forest, share);
  const partOf = (share: number) => {
    const cohort = isCounted(share) ? cohortOf(share) : -1;
    if (cohort === -1) return undefined;
    const cluster = clusterOf(forest, share);
    const parts = clusters.get(cluster) ?? new Map();
    clusters.set(cluster, parts);
    const part = parts.get(cohort) ?? { cohort, shares: 0, effective: 0, children: 0 };
    parts.set(cohort, part);
    return part;
  };
  for (let share = 0; share < size; share++) {
    const birth = at[share] ?? 0;
    const own = partOf(share);
    if (own !== undefined) {
      own.shares += 1;
      own.effective += lagCdf(Math.min(asOf - birth, horizon));
    }
    const above = parent[share] ?? -1;
    const isSeen = above !== -1 && birth <= asOf && birth - (at[above] ?? 0) <= horizon;
    const of = isSeen ? partOf(above) : undefined;
    if (of !== undefined) of.children += 1;
  }
  return Array.from(clusters.values(), (parts) => [...parts.values()].sort((a, b) => a.cohort - b.cohort));
}

/** The cohorts of a campaign by when shares were born, and their parts: what its trend and its table are made of. */
export function birthCohorts(
  forest: ForestShape,
  { cdf, within }: Pick<LagDistribution, "cdf" | "within">,
  context: { asOf: number; horizon: number; zone: string },
): { grid: CohortGrid; parts: CohortParts } {
  const grid = cohortGrid(forest, context);
  const model = { asOf: context.asOf, lagCdf: cdf, horizon: within };
  return { grid, parts: cohortParts(forest, cohortByBirth(forest, grid.edges), model) };
}

/** The cohort of each share by when it was born. @param edges as of `cohortGrid` */
export function cohortByBirth({ at }: Pick<ForestShape, "at">, edges: readonly number[]) {
  const cuts = Float64Array.from(edges);
  return (share: number) => {
    const cohort = countAtMost(cuts, at[share] ?? 0) - 1;
    return cohort < edges.length - 1 ? cohort : -1;
  };
}

/** What the shares of one cohort have brought. */
export interface CohortRow {
  readonly shares: number;
  readonly children: number;
  readonly effective: number;
  /** Children per share; null where there is no share. */
  readonly naive: number | null;
  /** K = children per effective share. */
  readonly corrected: Estimate;
  /** Less than a fifth of the children can have been seen. */
  readonly hatched: boolean;
}

/** How K of a cohort is judged. */
interface CohortJudgement {
  /** φ of `rtContinuous`, >= 1; asked only where a cohort has few cascades. */
  readonly dispersion: () => number;
  /** Age up to which children were counted, where that is short of the horizon; milliseconds. */
  readonly within?: number;
  readonly prior?: GammaPrior;
}

/**
 * The cohort table of METRICS §2.3: K of each cohort, corrected for age, its interval with every cascade left out in
 * turn; with fewer than three cascades Gamma(1 + C/φ, 1 + E/φ). No point below five effective shares.
 * @param count cohorts in all, empty ones included
 */
export function cohortRows(parts: CohortParts, count: number, judgement: CohortJudgement): CohortRow[] {
  const cohorts = Array.from({ length: count }, () => ({
    ...{ shares: 0, children: 0, effective: 0 },
    cascades: [] as { x: number; y: number }[],
  }));
  for (const { cohort, shares, effective, children } of parts.flat()) {
    const row = cohorts[cohort];
    if (row === undefined) continue;
    row.shares += shares;
    row.children += children;
    row.effective += effective;
    row.cascades.push({ x: effective, y: children });
  }
  return cohorts.map(({ shares, children, effective, cascades }) => ({
    ...{ shares, children, effective },
    naive: shares === 0 ? null : children / shares,
    corrected: within(correctedK(shares, cascades, judgement), judgement),
    hatched: effective < LEAST_SEEN * shares,
  }));
}

function correctedK(
  shares: number,
  cascades: readonly { x: number; y: number }[],
  { dispersion, prior }: CohortJudgement,
): Estimate {
  const seen = cascades.filter(({ x }) => x > 0);
  const effective = seen.reduce((sum, { x }) => sum + x, 0);
  if (shares === 0) return { value: null, why: "empty" };
  if (effective < LEAST_EFFECTIVE) return { value: null, why: "too-few" };
  if (seen.length >= LEAST_CASCADES) return cascadeRatio(seen);
  const children = seen.reduce((sum, { y }) => sum + y, 0);
  const value = children / effective;
  const { low, high } = rtPosterior(children, effective, prior, dispersion());
  // The prior may pull the interval past the point.
  return { value, low: Math.min(low, value), high: Math.max(high, value), note: "few-cascades" };
}

function within(estimate: Estimate, { within: age }: CohortJudgement): Estimate {
  if (age === undefined || estimate.value === null) return estimate;
  return { ...estimate, note: estimate.note ?? "shortened-horizon", within: age };
}
