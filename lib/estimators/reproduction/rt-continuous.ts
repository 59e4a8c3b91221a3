import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { LagCdf } from "#lib/estimators/lag-cdf.ts";
import { rtBornBy } from "./rt-born-by.ts";
import { type Exposed, rtDispersion } from "./rt-dispersion.ts";
import { type GammaPrior, type RtPosterior, rtPosterior } from "./rt-posterior.ts";
import type { RtWindow } from "./rt-windows.ts";

/** R in one window: what was counted and what it says. */
export interface RtEstimate extends RtWindow, Exposed {
  /** Widened by the dispersion; null where there was neither a child nor anybody who could have had one. */
  readonly posterior: RtPosterior | null;
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
  /** Maturity horizon in the unit of the times: F is 1 from here on, and later children are not counted. */
  readonly horizon: number;
  readonly prior?: GammaPrior;
}

/**
 * R_t with known parents (METRICS §2.4): the children born in each window (from, to] to shares that are not
 * seeds, over the exposure Σ F(to − at) − F(from − at) of all shares that are not seeds. The forest holds what
 * was known at the instant asked about.
 *
 * The exposure of a window is the difference of the children expected by its two ends, so that windows that
 * overlap share their work: O(shares younger than the horizon) per distinct end.
 */
export function rtContinuous(forest: ForestShape, windows: readonly RtWindow[], model: RtModel): RtSeries {
  const { sharers, children } = birthTimes(forest, model.horizon);
  const expectedBy = new Map<number, number>();
  for (const end of new Set(windows.flatMap(({ from, to }) => [from, to]))) {
    expectedBy.set(end, effectiveShares(sharers, end, model));
  }
  const counted = windows.map(({ from, to }) => ({
    from,
    to,
    children: rtBornBy(children, to) - rtBornBy(children, from),
    // Rounding may leave a residue just below zero where every share is mature.
    exposure: Math.max(0, (expectedBy.get(to) ?? 0) - (expectedBy.get(from) ?? 0)),
  }));
  const dispersion = rtDispersion(counted);
  return {
    dispersion,
    windows: counted.map((window) => ({
      ...window,
      posterior: posteriorOf(window, dispersion, model.prior),
    })),
  };
}

function posteriorOf({ children, exposure }: Exposed, dispersion: number, prior?: GammaPrior) {
  return children === 0 && exposure === 0 ? null : rtPosterior(children, exposure, prior, dispersion);
}

/** When shares that are not seeds were born, and when their children within the horizon were; both ascending. */
function birthTimes(forest: ForestShape, horizon: number) {
  const { size, parent, at } = forest;
  const isSharer = Uint8Array.from({ length: size }, (_, i) => (isSeed(forest, i) ? 0 : 1));
  const isChild = (i: number) => {
    const above = parent[i] ?? -1;
    return above !== -1 && isSharer[above] === 1 && (at[i] ?? 0) - (at[above] ?? 0) <= horizon;
  };
  return {
    sharers: at.filter((_, i) => isSharer[i] === 1).sort(),
    children: at.filter((_, i) => isChild(i)).sort(),
  };
}

/** Σ F(end − at) over the shares born by `end`, its rounding error carried along (Kahan). */
function effectiveShares(born: Float64Array, end: number, { lagCdf, horizon }: RtModel): number {
  const mature = rtBornBy(born, end - horizon);
  const seen = rtBornBy(born, end);
  let sum = mature;
  let lost = 0;
  for (let i = mature; i < seen; i++) {
    const term = lagCdf(end - (born[i] ?? 0)) - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return sum;
}
