import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import type { LagCdf } from "./lag-distribution.ts";
import { type GammaPrior, type RtPosterior, rtPosterior } from "./rt-posterior.ts";

/** Where children are waited for as long as this, the programme is one of referrals. */
const REFERRAL_FROM = 14 * DAY;
/** More windows than this cannot be told apart on a screen. */
const MOST_WINDOWS = 400;
/** Below this, a window's expected count is too small for a chi-square term. */
const LEAST_EXPOSURE = 1;

/** A half-open stretch of time (from, to]; UTC milliseconds. */
interface RtWindow {
  readonly from: number;
  readonly to: number;
}

/** Children and the exposure that they came from. */
interface Exposed {
  readonly children: number;
  /** Effective shares. */
  readonly exposure: number;
}

/** R in one window: what was counted and what it says. */
interface RtEstimate extends RtWindow, Exposed {
  /** Widened by the dispersion; null where there was neither a child nor anybody who could have had one. */
  readonly posterior: RtPosterior | null;
}

/** R over time. */
interface RtSeries {
  /** In the order of the windows asked for. */
  readonly windows: readonly RtEstimate[];
  /** φ >= 1, of these windows. */
  readonly dispersion: number;
}

/** How shares pass on over time. */
interface RtModel {
  /** F of the shares that are not seeds. */
  readonly lagCdf: LagCdf;
  /** Maturity horizon in the unit of the times: F is 1 from here on, and later children are not counted. */
  readonly horizon: number;
  readonly prior?: GammaPrior;
}

/**
 * R_t over the life of a campaign in the default windows of its kind (METRICS §2.4), the last of them ending at
 * `until`.
 * @param until UTC milliseconds
 */
export function currentRt(forest: ForestShape, until: number, model: RtModel): RtSeries {
  const startedAt = forest.at.reduce((first, at) => Math.min(first, at), until);
  const programme = model.horizon >= REFERRAL_FROM ? "referral" : "content";
  return rtContinuous(
    forest,
    withLatest(rtWindows(startedAt, until, programme), until).slice(-MOST_WINDOWS),
    model,
  );
}

/** After two days windows end once a day: the one that ends now says what is going on now. */
function withLatest(windows: readonly RtWindow[], until: number): RtWindow[] {
  const last = windows.at(-1);
  if (last === undefined || last.to === until) return [...windows];
  return [...windows, { from: until - (last.to - last.from), to: until }];
}

/**
 * The default windows of METRICS §2.4 that end by `to`. Content: 6 hours, ending every hour in the first 48,
 * then every day. Referral: 7 days, ending every day. None while the campaign is younger than one window.
 *
 * @param from when the campaign began, UTC milliseconds
 * @param to the instant asked about, UTC milliseconds
 */
export function rtWindows(from: number, to: number, programme: "content" | "referral"): RtWindow[] {
  const content = programme === "content";
  const width = content ? 6 * HOUR : 7 * DAY;
  const windows: RtWindow[] = [];
  let end = from + width;
  while (end <= to) {
    windows.push({ from: end - width, to: end });
    end += content && end - from < 2 * DAY ? HOUR : DAY;
  }
  return windows;
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
    children: countAtMost(children, to) - countAtMost(children, from),
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
  const mature = countAtMost(born, end - horizon);
  const seen = countAtMost(born, end);
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

/** φ of METRICS §2.4: max(1, Pearson χ²/(w − 1)) over the w windows with exposure above 1, around their pooled R. */
export function rtDispersion(windows: readonly Exposed[]): number {
  const used = windows.filter(({ exposure }) => exposure > LEAST_EXPOSURE);
  const total = (field: keyof Exposed) => used.reduce((sum, window) => sum + window[field], 0);
  const pooled = total("children") / total("exposure");
  if (used.length < 2 || pooled === 0) return 1;
  const chiSquare = used.reduce((sum, { children, exposure }) => {
    const expected = pooled * exposure;
    return sum + (children - expected) ** 2 / expected;
  }, 0);
  return Math.max(1, chiSquare / (used.length - 1));
}
