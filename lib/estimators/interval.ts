import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { Estimate, EstimateNote } from "#lib/domain/estimate.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { countsAtMost } from "#lib/stats/sorted-search.ts";
import { defaultKernel, type LagDistribution } from "./lag-distribution.ts";
import { lagMedianInterval } from "./lag-median-interval.ts";
import { kReach, type LagSample, lagSample } from "./lag-sample.ts";
import { type CumulativeCurve, meanCumulativeFunction } from "./mean-cumulative-function.ts";

/** For the draws behind the interval of a median: fixed, so that equal events give equal intervals. */
const INTERVAL_SEED = 2;
const LEAST_LAGS = 50;
const LEAST_SHARES = 10;
/** Measured: with fewer, what is called a 95 % range of a median held it in 40 to 82 %. */
const LEAST_CASCADES = 10;

/** A distribution of lags, and whether it was seen or is assumed. */
export interface LagFindings extends LagDistribution {
  /** Lags seen; too few of them, and the distribution is the assumed one. */
  readonly lags: number;
  readonly assumed: boolean;
}

/** Viral cycle time: how long from a share to the shares it causes. */
interface GenerationInterval extends LagFindings {
  /** Milliseconds. */
  readonly median: Estimate;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

/**
 * The distribution of lags as F(a) = K(a)/K(a*), K the mean cumulative function and a* the horizon or the age
 * that the data reach (METRICS §3.1): lags as such would be too short while a campaign is young. Children
 * that precede their parent by more than five minutes are left out.
 *
 * Fewer than 50 lags or 10 shares watched give the assumed distribution instead, labelled.
 *
 * Sources: Svensson 2007; Nishiura 2010.
 *
 * @param assumed the default kernel, at the maturity horizon
 */
export function lagFindings(sample: LagSample, assumed: LagDistribution): LagFindings {
  return curveOf(withoutMistimed(sample), assumed).findings;
}

function curveOf(timed: LagSample, assumed: LagDistribution) {
  const within = kReach(timed, assumed.within);
  const curve = meanCumulativeFunction(timed, within);
  const lags = curve.births.reduce((sum, births) => sum + births, 0);
  const isAssumed = lags < LEAST_LAGS || timed.age.length < LEAST_SHARES || within === 0;
  const distribution = isAssumed ? assumed : distributionOf(curve, within);
  return { curve, within, findings: { ...distribution, lags, assumed: isAssumed } };
}

/**
 * The lags of `lagFindings` as a viral cycle time; the interval of the median is a bootstrap over cascades.
 * @param assumed the default kernel, at the maturity horizon
 */
export function generationInterval(
  sample: LagSample,
  assumed: LagDistribution,
  random: Random,
): GenerationInterval {
  const timed = withoutMistimed(sample);
  const { curve, within, findings } = curveOf(timed, assumed);
  const value = findings.quantile(0.5);
  return {
    ...findings,
    median: findings.assumed
      ? { value, note: "assumed-kernel" }
      : medianEstimate(value, timed, curve, { within, horizon: assumed.within, random }),
    lowerQuartile: findings.quantile(0.25),
    upperQuartile: findings.quantile(0.75),
  };
}

/**
 * The viral cycle of some shares, equal for equal shares.
 * @param horizon maturity horizon in milliseconds
 */
export function viralCycle(sample: LagSample, horizon: number): GenerationInterval {
  return generationInterval(sample, defaultKernel(horizon), seededRandom(INTERVAL_SEED));
}

/** The viral cycle time of some shares where enough children were seen of them; never the assumed one. */
export function observedCycleTime(sample: LagSample, horizon: number): Estimate {
  const { median, assumed } = viralCycle(sample, horizon);
  return assumed ? { value: null, why: sample.age.length === 0 ? "empty" : "too-few" } : median;
}

function withoutMistimed(sample: LagSample): LagSample {
  const timed = (_: number, child: number) => sample.mistimed[child] === 0;
  return {
    ...sample,
    lag: sample.lag.filter(timed),
    parent: sample.parent.filter(timed),
    mistimed: sample.mistimed.filter(timed),
  };
}

function distributionOf({ age, value }: CumulativeCurve, within: number): LagDistribution {
  const rankOf = countsAtMost(age);
  const parts = value.map((k) => k / (value.at(-1) as number));
  return {
    cdf: (at) => (at >= within ? 1 : (parts[rankOf(at) - 1] ?? 0)),
    // A step that ends at p must not miss it by rounding.
    quantile: (p) => age[parts.findIndex((part) => part >= p - 1e-12)] as number,
    mean: age.reduce((sum, at, step) => sum + at * ((parts[step] as number) - (parts[step - 1] ?? 0)), 0),
    within,
    steps: () => ({ age, weight: parts.map((part, step) => part - (parts[step - 1] ?? 0)) }),
  };
}

function medianEstimate(
  value: number,
  sample: LagSample,
  curve: CumulativeCurve,
  { within, horizon, random }: { within: number; horizon: number; random: Random },
): Estimate {
  const isShort = within < horizon;
  const reach = isShort ? { within } : {};
  const cascades = cascadesWithLag(sample, within);
  if (cascades < LEAST_CASCADES) {
    const note: EstimateNote = cascades < 2 ? "one-cascade" : "few-cascades";
    return { value, note, ...reach };
  }
  const [low, high] = lagMedianInterval(sample, curve, random);
  const ends = { low: Math.min(low, value), high: Math.max(high, value) };
  return isShort ? { value, ...ends, note: "shortened-horizon", within } : { value, ...ends };
}

/** Cascades of which a lag was seen, of at most `within` milliseconds. */
function cascadesWithLag({ lag, parent, cascade }: LagSample, within: number): number {
  const seen = new Set<number>();
  lag.forEach((one, child) => {
    if (one <= within) seen.add(cascade[parent[child] as number] as number);
  });
  return seen.size;
}

/** When children came, of sharers and of seeds, and the viral cycle time of the sharers. */
export interface LagsInput {
  readonly sharers: LagSample;
  readonly seeds: LagSample;
  readonly interval: GenerationInterval;
}

/**
 * Gathers the lags of a campaign as of an instant.
 * @param horizon maturity horizon in milliseconds
 */
export function lagsInput(forest: ForestShape, asOf: number, horizon: number): LagsInput {
  const sharers = lagSample(forest, asOf, "sharers");
  return {
    sharers,
    seeds: lagSample(forest, asOf, "seeds"),
    interval: viralCycle(sharers, horizon),
  };
}
