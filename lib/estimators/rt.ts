import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { type Exposed, measureWindows, type RtModel, type RtWindow } from "./rt-exposure.ts";
import { type RtPosterior, rtPosterior } from "./rt-posterior.ts";

/** Below this, a window's expected count is too small for a chi-square term. */
const LEAST_EXPOSURE = 1;
/** A window stands on its own from so many expected children and effective cascades on. */
const LEAST_EXPECTED = 11;
const LEAST_CASCADES = 3;
const ROUNDING = 1e-9;
/** Below so many effective shares a window is not shown at all. */
const LEAST_SHOWN = 5;

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

const NOTHING: Exposed = { children: 0, exposure: 0, squares: { cc: 0, ce: 0, ee: 0 } };

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
