import type { PointAndSlope } from "#lib/stats/newton.ts";
import type { NegativeBinomialSample } from "./sample.ts";

/**
 * ln of the probability of the counts x ~ NB(mean R e, size k), variance m + m²/k for the mean m.
 * @param mean R, above 0
 * @param dispersion k, above 0; Infinity is the Poisson distribution
 */
export function negativeBinomialLogLikelihood(
  sample: NegativeBinomialSample,
  mean: number,
  dispersion: number,
): number {
  let value = -sample.logFactorials;
  const poisson = dispersion === Number.POSITIVE_INFINITY;
  if (!poisson) value += risingSums(sample, dispersion).log;
  for (const { exposure, shares, children } of sample.groups) {
    const expected = mean * exposure;
    if (children > 0) value += children * Math.log(expected);
    value -= poisson
      ? shares * expected
      : (children + shares * dispersion) * Math.log1p(expected / dispersion);
  }
  return value;
}

/** First and second derivative of the log-likelihood in ln R. */
export function meanScore(sample: NegativeBinomialSample, mean: number, k: number): PointAndSlope {
  if (k === Number.POSITIVE_INFINITY) {
    return { value: sample.children - mean * sample.exposure, slope: -mean * sample.exposure };
  }
  let value = sample.children;
  let slope = 0;
  for (const { exposure, shares, children } of sample.groups) {
    const expected = mean * exposure;
    const weight = (children + shares * k) / (k + expected);
    value -= weight * expected;
    slope -= (weight * expected * k) / (k + expected);
  }
  return { value, slope };
}

/** First and second derivative of the log-likelihood in ln k. */
export function dispersionScore(sample: NegativeBinomialSample, mean: number, k: number): PointAndSlope {
  const { first, second } = risingSums(sample, k);
  let score = first;
  let change = -second;
  for (const { exposure, shares, children } of sample.groups) {
    const expected = mean * exposure;
    const rest = shares * expected - children;
    score += rest / (k + expected) - shares * Math.log1p(expected / k);
    change += (shares * expected) / (k * (k + expected)) - rest / (k + expected) ** 2;
  }
  return { value: k * score, slope: k * score + k * k * change };
}

/** Sums over all shares and, for each, over j from 0 to below its count. */
interface RisingSums {
  /** Σ ln(1 + j/k): the logarithm of the rising factorial of k over a power of k. */
  readonly log: number;
  /** Σ 1/(k + j) = Σ [ψ(k + x) − ψ(k)]. */
  readonly first: number;
  /** Σ 1/(k + j)². */
  readonly second: number;
}

/** From here on three terms of Euler and Maclaurin's formula leave less than 1e-12. */
const SMOOTH = 64;

/**
 * The parts of the negative binomial likelihood that depend on single counts. Sums of differences instead of
 * differences of log-gamma values, which for k near the Poisson limit would leave no digits. Time grows with
 * the number of distinct counts, not with the largest.
 */
function risingSums({ runs }: Pick<NegativeBinomialSample, "runs">, k: number): RisingSums {
  let log = 0;
  let first = 0;
  let second = 0;
  for (const { from, to, shares } of runs) {
    const smoothFrom = to - from > SMOOTH ? Math.max(from, SMOOTH) : to;
    for (let j = from; j < smoothFrom; j++) {
      const inverse = 1 / (k + j);
      log += shares * Math.log1p(j / k);
      first += shares * inverse;
      second += shares * inverse * inverse;
    }
    if (smoothFrom === to) continue;
    const rest = smoothSums(k, smoothFrom, to);
    log += shares * rest.log;
    first += shares * rest.first;
    second += shares * rest.second;
  }
  return { log, first, second };
}

/** The same sums over j from `from` to below `to` for one share, by Euler and Maclaurin's formula. */
function smoothSums(k: number, from: number, to: number): RisingSums {
  const logFrom = Math.log1p(from / k);
  const logTo = Math.log1p(to / k);
  const u = 1 / (k + from);
  const v = 1 / (k + to);
  const difference = (power: number) => u ** power - v ** power;
  const integral = (k + to) * (logTo - 1) - (k + from) * (logFrom - 1);
  return {
    log: integral + (logFrom - logTo) / 2 - difference(1) / 12 + difference(3) / 360,
    first: logTo - logFrom + difference(1) / 2 + difference(2) / 12 - difference(4) / 120,
    second: difference(1) + difference(2) / 2 + difference(3) / 6 - difference(5) / 30,
  };
}
