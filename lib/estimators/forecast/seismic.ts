import { gammaQuantile } from "#lib/stats/gamma.ts";
import { MINUTE } from "#lib/time/lengths.ts";

/** A cascade as SEISMIC reads it: the root first, times ascending in milliseconds since the root. */
export interface AudienceSeries {
  readonly times: ArrayLike<number>;
  /** People each share was shown to; followers, in the paper. */
  readonly audience: ArrayLike<number>;
}

/** Constants of SEISMIC. Durations in milliseconds. */
export interface SeismicConstants {
  /** Mean audience of a sharer. */
  readonly meanAudience: number;
  readonly longestWindow: number;
  readonly shortestWindow: number;
  /** With fewer shares than this in the window, it reaches back for about as many. */
  readonly leastShares: number;
}

/** Infectiousness and what follows from it. */
interface SeismicForecast {
  /** Reshares per person reached, with the ends of its 90 % interval. */
  readonly infectiousness: number;
  readonly low90: number;
  readonly high90: number;
  /** Final shares, root included; Infinity when supercritical, which is no forecast. */
  readonly value: number;
}

/** The kernel of human reaction times: flat to 5 minutes, then a power law; Twitter 2011. Milliseconds. */
const FLAT = 5 * MINUTE;
const THETA = 0.2314843;
const LEVEL = 0.0006265725e-3;

/**
 * SEISMIC: infectiousness by a triangular window over the last shares, and the final size it implies.
 * Null while nobody has reshared before `age`. The kernel and the usual constants come from Twitter in 2011 and
 * ought to be re-fitted before a number is leant on (METRICS §8.3).
 *
 * Source: Zhao, Erdogdu, He, Rajaraman and Leskovec 2015, KDD.
 *
 * @param age milliseconds since the root; shares at exactly `age` count as seen but not as evidence
 */
export function seismic(
  { times, audience }: AudienceSeries,
  age: number,
  constants: SeismicConstants,
): SeismicForecast | null {
  const all = Array.from(times, (at, i) => ({ at, audience: audience[i] ?? 0 }));
  const before = all.filter(({ at }) => at < age);
  if (before.length < 2) return null;
  const { first, slope } = triangularWindow(
    before.map(({ at }) => at),
    age,
    constants,
  );
  const reshares = before.slice(Math.max(first, 1));
  const weight = reshares.reduce((sum, { at }) => sum + 1 + slope * (at - age), 0);
  const exposure = before.reduce(
    (sum, share) => sum + share.audience * weightedKernel(share.at, age, slope),
    0,
  );
  const infectiousness = weight / exposure;
  const evidence = reshares.length;
  const end = (p: number) => (infectiousness * gammaQuantile(p, evidence)) / evidence;
  const seen = all.filter(({ at }) => at <= age);
  const unspent = seen.reduce((sum, share) => sum + share.audience * kernelTail(age - share.at), 0);
  const reproduction = infectiousness * constants.meanAudience;
  const value = reproduction < 1 ? seen.length + (infectiousness * unspent) / (1 - reproduction) : Infinity;
  return { infectiousness, low90: end(0.05), high90: end(0.95), value };
}

/** Index of the first share in the window, and the rise of its weights from 0 to the 1 at `age`. */
function triangularWindow(
  before: readonly number[],
  age: number,
  { longestWindow, shortestWindow, leastShares }: SeismicConstants,
): { first: number; slope: number } {
  const width = Math.max(Math.min(age / 2, longestWindow), shortestWindow);
  const first = before.findIndex((at) => at >= age - width);
  if (first !== -1 && before.length - first >= leastShares) return { first, slope: 1 / width };
  const back = Math.max(before.length - leastShares, 1) - 1;
  return { first: back, slope: 1 / (age - (before[back] ?? 0)) };
}

/** The part of the kernel that is still to come after a lag. */
function kernelTail(lag: number): number {
  if (lag < FLAT) return 1 - LEVEL * lag;
  return ((LEVEL * FLAT) / THETA) * (lag / FLAT) ** -THETA;
}

/** ∫ φ(x − at)(1 + slope (x − age)) dx over the window's part after `at`. */
function weightedKernel(at: number, age: number, slope: number): number {
  const from = Math.max(0, age - 1 / slope - at);
  const to = age - at;
  const knee = Math.min(Math.max(FLAT, from), to);
  // With x = at + lag the weight is base + slope · lag.
  const base = 1 - slope * to;
  const flat = LEVEL * (base * (knee - from) + (slope / 2) * (knee ** 2 - from ** 2));
  if (to <= knee) return flat;
  const power = (exponent: number) => ((to / FLAT) ** exponent - (knee / FLAT) ** exponent) / exponent;
  return flat + LEVEL * FLAT * (base * power(-THETA) + slope * FLAT * power(1 - THETA));
}
