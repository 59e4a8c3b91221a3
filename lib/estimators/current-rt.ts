import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { type LagFindings, lagFindings } from "./interval.ts";
import { defaultKernel } from "./lag-distribution.ts";
import { lagSample } from "./lag-sample.ts";
import { operationalTime } from "./operational-time.ts";
import { type RtSeries, rtContinuous } from "./rt.ts";
import type { RtWindow } from "./rt-exposure.ts";

/** Where children are waited for as long as this, the programme is one of referrals. */
const REFERRAL_FROM = 14 * DAY;
/** More windows than this cannot be told apart on a screen. */
const MOST_WINDOWS = 400;
/** Content: windows of six hours end every hour up to this age, then whole days every six. */
const HOURLY_UNTIL = 2 * DAY;

/** R_t over the life of a campaign. */
export interface CurrentRt extends RtSeries {
  /** Age up to which children are counted, milliseconds: short of the horizon, R is no matter for 1 (METRICS §2.9). */
  readonly within: number;
  /** Whether too few lags were seen, and an assumed distribution stands in. */
  readonly isAssumed: boolean;
}

interface RtContext {
  /** UTC milliseconds; lags are as of this instant. */
  readonly asOf: number;
  /** Maturity horizon in milliseconds. */
  readonly horizon: number;
  readonly zone: string;
  /** As seen as of `asOf`. */
  readonly interval: LagFindings;
}

/**
 * R_t over the life of a campaign in the default windows of its kind (METRICS §2.4), the last of them ending at
 * `until`; from fourteen days and 500 shares on by operational time.
 * @param until UTC milliseconds, at most `asOf`
 */
export function currentRt(forest: ForestShape, until: number, context: RtContext): CurrentRt {
  const { asOf, horizon, zone, interval } = context;
  const startedAt = forest.at.reduce((first, at) => Math.min(first, at), until);
  const programme = horizon >= REFERRAL_FROM ? "referral" : "content";
  const windows = rtWindows(startedAt, until, programme).slice(-MOST_WINDOWS);
  const clock = operationalTime(forest.at, until, zone);
  if (clock === null) return seriesOf(forest, windows, interval);
  const even = { ...forest, at: forest.at.map(clock) };
  const lags = lagFindings(lagSample(even, clock(asOf), "sharers"), defaultKernel(horizon));
  const series = seriesOf(
    even,
    windows.map(({ from, to }) => ({ from: clock(from), to: clock(to) })),
    lags,
  );
  return { ...series, windows: series.windows.map((window, i) => ({ ...window, ...windows[i] })) };
}

function seriesOf(forest: ForestShape, windows: readonly RtWindow[], lags: LagFindings): CurrentRt {
  const { cdf: lagCdf, within, assumed: isAssumed } = lags;
  return { ...rtContinuous(forest, windows, { lagCdf, horizon: within }), within, isAssumed };
}

/**
 * The default windows of METRICS §2.4. Content: 6 hours, ending every hour in the first 48, then 24 hours, every
 * six, so that every hour is in one and none is of one part of the clock alone. Referral: 7 days, ending every day.
 * The last one ends now, whenever that is. None while the campaign is younger than one window.
 *
 * @param from when the campaign began, UTC milliseconds
 * @param to the instant asked about, UTC milliseconds
 */
export function rtWindows(from: number, to: number, programme: "content" | "referral"): RtWindow[] {
  const stepAt = (age: number) => {
    if (programme === "referral") return { width: 7 * DAY, step: DAY };
    return age > HOURLY_UNTIL ? { width: DAY, step: 6 * HOUR } : { width: 6 * HOUR, step: HOUR };
  };
  const windows: RtWindow[] = [];
  const add = (end: number) => windows.push({ from: end - stepAt(end - from).width, to: end });
  let end = from + stepAt(0).width;
  while (end <= to) {
    add(end);
    // The step on from here is that of the next window.
    end += stepAt(end - from + 1).step;
  }
  if (windows.length > 0 && windows.at(-1)?.to !== to) add(to);
  return windows;
}

/** R in the latest window of a series, so far as it may be shown. */
export function rtEstimate({ windows, within, isAssumed }: CurrentRt, horizon: number): Estimate {
  const last = windows.at(-1);
  if (last === undefined || last.posterior === null) return { value: null, why: "empty" };
  if (last.certainty === "hidden") return { value: null, why: "too-few" };
  const { mean: value, low, high } = last.posterior;
  const found = { value, low, high, effective: last.effective };
  if (within < horizon) return { ...found, note: "shortened-horizon", within };
  if (last.certainty === "grey") return { ...found, note: "imprecise" };
  return isAssumed ? { ...found, note: "assumed-kernel" } : found;
}
