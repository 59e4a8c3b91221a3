import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import { countBelow } from "#lib/stats/sorted-search.ts";
import type { LagCdf } from "./lag-distribution.ts";
import type { GammaPrior } from "./rt-posterior.ts";

/** From so many shares times windows on, F is read off a grid of steps: ten seconds each for a week. */
const LARGE = 2e7;
const GRID_STEPS = 1 << 16;

/** A half-open stretch of time (from, to]; in the unit of the forest's times. */
export interface RtWindow {
  readonly from: number;
  readonly to: number;
}

/** Children and the exposure that they came from, with their squares over cascades j. */
export interface Exposed {
  readonly children: number;
  /** Effective shares. */
  readonly exposure: number;
  /** Σ C_j², Σ C_j E_j and Σ E_j². */
  readonly squares: { readonly cc: number; readonly ce: number; readonly ee: number };
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
 * Children and exposure of each window, by cascade or by those that one person planted.
 * @returns cascades: those with exposure or children in some window; pooled: K over all time up to the last end
 */
export function measureWindows(forest: ForestShape, windows: readonly RtWindow[], model: RtModel) {
  const ends = Float64Array.from(new Set(windows.flatMap(({ from, to }) => [from, to]))).sort();
  const sums = windows.map(({ from, to }) => ({
    ...{ start: countBelow(ends, from), end: countBelow(ends, to) },
    ...{ children: 0, exposure: 0, cc: 0, ce: 0, ee: 0 },
  }));
  const isLarge = forest.size * windows.length > LARGE;
  const fast = isLarge ? { ...model, lagCdf: onGrid(model.lagCdf, model.horizon) } : model;
  let [cascades, born, due] = [0, 0, 0];
  for (const runs of runsByCluster(forest)) {
    const { expected, children } = byEnds(forest, runs, ends, fast);
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
  }
  const measured: Exposed[] = sums.map(({ children, exposure, cc, ce, ee }) => {
    return { children, exposure, squares: { cc, ce, ee } };
  });
  return { measured, cascades, pooled: due === 0 ? 0 : born / due };
}

interface Run {
  readonly begin: number;
  readonly end: number;
}

/** The cascades, those of one seeder together. */
function runsByCluster(forest: ForestShape): Iterable<readonly Run[]> {
  const clusters = new Map<number, Run[]>();
  forest.roots.forEach((begin, i) => {
    const cluster = clusterOf(forest, begin);
    const runs = clusters.get(cluster) ?? [];
    runs.push({ begin, end: forest.roots[i + 1] ?? forest.size });
    clusters.set(cluster, runs);
  });
  return clusters.values();
}

/** Σ F(end − at) over the shares of a cluster that are not seeds, and their children within the horizon, by each end. */
function byEnds(forest: ForestShape, runs: readonly Run[], ends: Float64Array, { lagCdf, horizon }: RtModel) {
  const { at, parent } = forest;
  const young = new Float64Array(ends.length);
  const lost = new Float64Array(ends.length);
  // Both by the first end at which they count; summed up below.
  const expected = new Float64Array(ends.length);
  const children = new Float64Array(ends.length);
  const raise = (counts: Float64Array, place: number) => {
    if (place < counts.length) counts[place] = (counts[place] ?? 0) + 1;
  };
  const count = (share: number) => {
    if (isSeed(forest, share)) return;
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
  };
  for (const { begin, end } of runs) for (let share = begin; share < end; share++) count(share);
  for (let i = 1; i < ends.length; i++) {
    expected[i] = (expected[i] ?? 0) + (expected[i - 1] ?? 0);
    children[i] = (children[i] ?? 0) + (children[i - 1] ?? 0);
  }
  return { expected: expected.map((count, i) => count + (young[i] ?? 0)), children };
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
