import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { countBelow } from "#lib/stats/sorted-search.ts";
import type { LagCdf } from "./lag-distribution.ts";
import { type GammaPrior, type RtPosterior, rtPosterior } from "./rt-posterior.ts";

/** Below this, a window's expected count is too small for a chi-square term. */
const LEAST_EXPOSURE = 1;
/** A window stands on its own from so many expected children and effective cascades on. */
const LEAST_EXPECTED = 11;
const LEAST_CASCADES = 3;
const ROUNDING = 1e-9;
/** Below so many effective shares a window is not shown at all. */
const LEAST_SHOWN = 5;

/** From so many shares times windows on, F is read off a grid of steps: ten seconds each for a week. */
const LARGE = 2e7;
const GRID_STEPS = 1 << 16;

/** A half-open stretch of time (from, to]; in the unit of the forest's times. */
export interface RtWindow {
  readonly from: number;
  readonly to: number;
}

/** Children and the exposure that they came from, with their squares over cascades j. */
interface Exposed {
  readonly children: number;
  /** Effective shares. */
  readonly exposure: number;
  /** Σ C_j², Σ C_j E_j and Σ E_j². */
  readonly squares: { readonly cc: number; readonly ce: number; readonly ee: number };
}

/** R in one window: what was counted and what it says. */
interface RtEstimate extends RtWindow, Pick<Exposed, "children" | "exposure"> {
  /** Cascades of equal weight that would make up the exposure as well; 0 without any. */
  readonly effective: number;
  /** Widened by the dispersion; null where there was neither a child nor anybody who could have had one. */
  readonly posterior: RtPosterior | null;
  /** By what could be expected, never by what came: lucky windows would pass. */
  readonly certainty: "firm" | "grey" | "hidden";
}

/** R over time. */
export interface RtSeries {
  /** In the order of the windows asked for. */
  readonly windows: readonly RtEstimate[];
  /** φ >= 1, of these windows. */
  readonly dispersion: number;
}

/** How shares pass on over time. */
export interface RtModel {
  /** F of the shares that are not seeds. */
  readonly lagCdf: LagCdf;
  /** Maturity horizon in the unit of the times, or the age that F reaches: later children are not counted. */
  readonly horizon: number;
  readonly prior?: GammaPrior;
}

/**
 * R_t with known parents (METRICS §2.4): the children born in each window (from, to] to shares that are not
 * seeds, over the exposure Σ F(to − at) − F(from − at) of all shares that are not seeds. The forest holds what
 * was known at the instant asked about.
 *
 * The exposure of a window is the difference of the children expected by its two ends, so that windows that
 * overlap share their work: O(1) for each share and distinct end within its horizon.
 */
export function rtContinuous(forest: ForestShape, windows: readonly RtWindow[], model: RtModel): RtSeries {
  const { measured, cascades, pooled } = measureWindows(forest, windows, model);
  const dispersion = rtDispersion(measured, cascades);
  return {
    dispersion,
    windows: windows.map(({ from, to }, i) => {
      const { children, exposure, squares } = measured[i] ?? NOTHING;
      const effective = squares.ee === 0 ? 0 : exposure ** 2 / squares.ee;
      const isEnough = exposure * pooled >= LEAST_EXPECTED && effective >= LEAST_CASCADES * (1 - ROUNDING);
      return {
        ...{ from, to, children, exposure, effective },
        posterior:
          children === 0 && exposure === 0 ? null : rtPosterior(children, exposure, model.prior, dispersion),
        certainty: exposure < LEAST_SHOWN ? "hidden" : isEnough ? "firm" : "grey",
      };
    }),
  };
}

/** F held in equal steps, straight between them: for more look-ups than there are steps. */
function onGrid(lagCdf: LagCdf, horizon: number): LagCdf {
  const perStep = GRID_STEPS / horizon;
  const values = Float64Array.from({ length: GRID_STEPS + 2 }, (_, i) => lagCdf(i / perStep));
  return (age) => {
    const place = age * perStep;
    const step = Math.floor(place);
    const below = values[step] ?? 1;
    return below + ((values[step + 1] ?? 1) - below) * (place - step);
  };
}

const NOTHING: Exposed = { children: 0, exposure: 0, squares: { cc: 0, ce: 0, ee: 0 } };

/** @returns cascades: those with exposure or children in some window; pooled: K over all time up to the last end */
function measureWindows(forest: ForestShape, windows: readonly RtWindow[], model: RtModel) {
  const ends = Float64Array.from(new Set(windows.flatMap(({ from, to }) => [from, to]))).sort();
  const sums = windows.map(({ from, to }) => ({
    ...{ start: countBelow(ends, from), end: countBelow(ends, to) },
    ...{ children: 0, exposure: 0, cc: 0, ce: 0, ee: 0 },
  }));
  const isLarge = forest.size * windows.length > LARGE;
  const fast = isLarge ? { ...model, lagCdf: onGrid(model.lagCdf, model.horizon) } : model;
  let [cascades, born, due] = [0, 0, 0];
  forest.roots.forEach((root, i) => {
    const run = { begin: root, end: forest.roots[i + 1] ?? forest.size };
    const { expected, children } = byEnds(forest, run, ends, fast);
    born += children.at(-1) ?? 0;
    due += expected.at(-1) ?? 0;
    let isExposed = false;
    for (const sum of sums) {
      // Rounding may leave a residue just below zero where every share is mature.
      const e = Math.max(0, (expected[sum.end] ?? 0) - (expected[sum.start] ?? 0));
      const c = (children[sum.end] ?? 0) - (children[sum.start] ?? 0);
      if (e === 0 && c === 0) continue;
      isExposed = true;
      sum.children += c;
      sum.exposure += e;
      sum.cc += c * c;
      sum.ce += c * e;
      sum.ee += e * e;
    }
    if (isExposed) cascades += 1;
  });
  const measured: Exposed[] = sums.map(({ children, exposure, cc, ce, ee }) => {
    return { children, exposure, squares: { cc, ce, ee } };
  });
  return { measured, cascades, pooled: due === 0 ? 0 : born / due };
}

/** Σ F(end − at) over a cascade's shares that are not seeds, and their children within the horizon, by each end. */
function byEnds(
  forest: ForestShape,
  { begin, end }: { begin: number; end: number },
  ends: Float64Array,
  { lagCdf, horizon }: RtModel,
) {
  const { at, parent } = forest;
  const young = new Float64Array(ends.length);
  const lost = new Float64Array(ends.length);
  // Both by the first end at which they count; summed up below.
  const expected = new Float64Array(ends.length);
  const children = new Float64Array(ends.length);
  const raise = (counts: Float64Array, place: number) => {
    if (place < counts.length) counts[place] = (counts[place] ?? 0) + 1;
  };
  for (let share = begin; share < end; share++) {
    if (isSeed(forest, share)) continue;
    const birth = at[share] ?? 0;
    const mature = countBelow(ends, birth + horizon);
    for (let i = countBelow(ends, birth); i < mature; i++) {
      // Its rounding error is carried along (Kahan).
      const term = lagCdf((ends[i] ?? 0) - birth) - (lost[i] ?? 0);
      const sum = (young[i] ?? 0) + term;
      lost[i] = sum - (young[i] ?? 0) - term;
      young[i] = sum;
    }
    raise(expected, mature);
    const above = parent[share] ?? -1;
    if (above !== -1 && !isSeed(forest, above) && birth - (at[above] ?? 0) <= horizon)
      raise(children, countBelow(ends, birth));
  }
  for (let i = 1; i < ends.length; i++) {
    expected[i] = (expected[i] ?? 0) + (expected[i - 1] ?? 0);
    children[i] = (children[i] ?? 0) + (children[i - 1] ?? 0);
  }
  return { expected: expected.map((count, i) => count + (young[i] ?? 0)), children };
}

/**
 * φ of METRICS §2.4: the greatest of 1, Pearson χ²/(w − 1) over the w windows with exposure above 1 around their pooled
 * R, and M/(M − 1) Σ (C_jw − R E_jw)²/(R Σ E_w) over the same windows and all cascades j: cascades differ inside a
 * window, too.
 * @param cascades M
 */
export function rtDispersion(windows: readonly Exposed[], cascades: number): number {
  const used = windows.filter(({ exposure }) => exposure > LEAST_EXPOSURE);
  const total = (of: (window: Exposed) => number) => used.reduce((sum, window) => sum + of(window), 0);
  const exposure = total((window) => window.exposure);
  const pooled = total(({ children }) => children) / exposure;
  if (used.length === 0 || pooled === 0) return 1;
  const pearson = total((window) => {
    const expected = pooled * window.exposure;
    return (window.children - expected) ** 2 / expected;
  });
  const residuals = total(({ squares: { cc, ce, ee } }) => cc - 2 * pooled * ce + pooled ** 2 * ee);
  return Math.max(
    1,
    used.length < 2 ? 1 : pearson / (used.length - 1),
    cascades < 2 ? 1 : ((cascades / (cascades - 1)) * residuals) / (pooled * exposure),
  );
}
