import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { normalCdf, normalQuantile } from "#lib/stats/normal.ts";
import { poissonRegression } from "#lib/stats/poisson.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { DAY, HOUR, WEEK } from "#lib/time/lengths.ts";
import { stepAt, timeSteps } from "#lib/time/time-steps.ts";
import type { LagCdf } from "./lag-distribution.ts";
import { type GammaPrior, rtPosterior } from "./rt-posterior.ts";

/** Rows that a person still reads. */
const MOST_COHORTS = 60;
const LENGTH = { hour: HOUR, day: DAY, week: WEEK } as const;
const HATCHED_BELOW = 0.2;
/** What a cohort needs to say something of the trend. */
const LEAST_EFFECTIVE = 5;
const LEAST_SEEN = 0.2;
const LEAST_COHORTS = 4;

/**
 * Cuts the life of a campaign into hours, days or weeks of the zone's clock, from the first share to the last;
 * of more than sixty, the last ones stand.
 * @returns ascending UTC milliseconds, one more than there are cohorts; empty without shares
 */
export function cohortEdges(
  { at }: Pick<ForestShape, "at">,
  asOf: number,
  zone: string,
): { grain: "hour" | "day" | "week"; edges: number[] } {
  if (at.length === 0) return { grain: "day", edges: [] };
  const first = at.reduce((earliest, time) => Math.min(earliest, time), asOf);
  const last = Math.min(
    asOf,
    at.reduce((latest, time) => Math.max(latest, time), first),
  );
  const span = last - first;
  const grain = span <= 2 * DAY ? "hour" : span <= MOST_COHORTS * DAY ? "day" : "week";
  // Two lengths on, so that the step of the last share has an end.
  const steps = timeSteps({ from: first, to: last + 2 * LENGTH[grain] }, grain, zone);
  const end = stepAt(steps, last) + 2;
  return { grain, edges: steps.slice(Math.max(0, end - 1 - MOST_COHORTS), end).map(({ from }) => from) };
}

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
interface CohortModel {
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
    const cohort = countAtMost(cuts, birth) - 1;
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

/** Where the K of cohorts is going. */
interface KTrend {
  /** K of a cohort over that of the one before. */
  readonly ratio: Estimate;
  /** Two-sided p of a ratio of 1; null without a ratio. */
  readonly p: number | null;
  /** Read off the interval alone; null without a ratio. */
  readonly direction: "falling" | "unclear" | "rising" | null;
}

/**
 * Trend of K (METRICS §2.5): Poisson regression of the children of cohorts on their index with offset ln E, the
 * standard error widened by √max(1, Pearson/df), normal quantiles. Cohorts with E below 5 or below a fifth of
 * their shares are passed over; four must remain.
 *
 * @param cohorts equally long and in order of time
 */
export function kTrendOf(cohorts: readonly Pick<CohortRow, "shares" | "children" | "effective">[]): KTrend {
  const used = cohorts
    .map((cohort, index) => ({ ...cohort, index }))
    .filter(({ effective, shares }) => effective >= LEAST_EFFECTIVE && effective >= LEAST_SEEN * shares);
  const fit =
    used.length < LEAST_COHORTS
      ? null
      : poissonRegression(
          used.map(({ children }) => children),
          used.map(({ index }) => index),
          used.map(({ effective }) => Math.log(effective)),
        );
  if (fit === null) return { ratio: { value: null, why: "too-few" }, p: null, direction: null };
  const error = fit.slopeError * Math.sqrt(Math.max(1, fit.pearson / fit.df));
  const reach = normalQuantile(0.975) * error;
  const low = Math.exp(fit.slope - reach);
  const high = Math.exp(fit.slope + reach);
  return {
    ratio: { value: Math.exp(fit.slope), low, high },
    p: 2 * normalCdf(-Math.abs(fit.slope / error)),
    direction: high < 1 ? "falling" : low > 1 ? "rising" : "unclear",
  };
}
