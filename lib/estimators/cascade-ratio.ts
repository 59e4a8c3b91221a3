import type { Estimate } from "#lib/domain/estimate.ts";
import { type Jackknife, jackknife, type LeftOut } from "#lib/stats/jackknife.ts";
import { childless, clusteredNote, openEnd, RULE_OF_THREE } from "./estimates.ts";

/** One cascade's part of a ratio of sums. */
export interface CascadeCount {
  /** Of the denominator: sharers, effective shares, visits; 0 leaves the cascade out. */
  readonly x: number;
  /** Of the numerator: children, conversions. */
  readonly y: number;
}

/** What of a ratio merely counts cascades, and so says nothing of how unlike they are. */
interface CountsCascades {
  /** The denominator, as of children per seed. */
  readonly denominator?: boolean;
  /** The failures of a proportion, as the seeds among shares. */
  readonly failures?: boolean;
}

/** Half a child stands where leaving a cascade out leaves none, as the logarithm needs one. */
const LEAST = 0.5;

/**
 * Ratio of sums over cascades Σy/Σx with its 95 % interval, every cascade left out in turn (METRICS §2.8).
 * @param denominatorCounts whether x counts cascades, as for children per seed
 */
export function cascadeRatio(counts: Iterable<CascadeCount>, of: CountsCascades = {}): Estimate {
  const sums = summed(counts);
  const { x, y, cascades } = sums;
  if (cascades.length === 0) return { value: null, why: "empty" };
  if (y === 0) return childless(x);
  return jackknifeEstimate(y / x, ratioLeftOut(sums, of), Math.exp, cascades.length);
}

/** ln(Σy/Σx) and the same without each cascade, for whoever goes on with the parts; null without a y or x. */
export function logRatio(counts: Iterable<CascadeCount>, of: CountsCascades = {}): LeftOut | null {
  const sums = summed(counts);
  return sums.y > 0 && sums.x > 0 ? ratioLeftOut(sums, of) : null;
}

/** A part Σy/Σx of cases that come in cascades, on the logit scale, every cascade left out in turn (METRICS §2.8). */
export function cascadeProportion(counts: Iterable<CascadeCount>, of: CountsCascades = {}): Estimate {
  const sums = summed(counts);
  const { x, y, cascades } = sums;
  if (cascades.length === 0) return { value: null, why: "empty" };
  const bound = Math.min(1, RULE_OF_THREE / x);
  if (y === 0) return { value: 0, low: 0, high: bound, note: "optimistic" };
  if (y === x) return { value: 1, low: 1 - bound, high: 1, note: "optimistic" };
  return jackknifeEstimate(y / x, logitLeftOut(sums, of), logistic, cascades.length);
}

/** logit(Σy/Σx) and the same without each cascade, for whoever goes on with the parts; null where all or none hold. */
export function logitPart(counts: Iterable<CascadeCount>): LeftOut | null {
  const sums = summed(counts);
  return sums.y > 0 && sums.y < sums.x ? logitLeftOut(sums, {}) : null;
}

/** The part of which a number is the logit. */
export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/**
 * An estimate with the interval of its jackknife, turned back from its scale.
 * @param clusters cascades that it rests on
 */
export function jackknifeEstimate(
  value: number,
  leftOut: LeftOut,
  back: (theta: number) => number,
  clusters: number,
): Estimate {
  const found: Jackknife | null = jackknife(leftOut);
  if (found === null) return { value, ...clusteredNote(clusters, clusters) };
  const { low, high, effective } = found;
  return {
    ...{ value, effective, ...clusteredNote(clusters, effective) },
    ...{ low: Math.min(value, back(low)), high: openEnd(Math.max(value, back(high))) },
  };
}

interface Summed {
  readonly x: number;
  readonly y: number;
  readonly cascades: readonly CascadeCount[];
}

function summed(counts: Iterable<CascadeCount>): Summed {
  const cascades = [...counts].filter(({ x }) => x > 0);
  let [x, y] = [0, 0];
  for (const one of cascades) {
    x += one.x;
    y += one.y;
  }
  return { x, y, cascades };
}

function ratioLeftOut({ x, y, cascades }: Summed, of: CountsCascades): LeftOut {
  return {
    theta: Math.log(y / x),
    without: cascades.map((one) => Math.log(Math.max(LEAST, y - one.y) / (x - one.x))),
    weights: cascades.map((one) => (of.denominator === true ? one.y / y : Math.max(one.x / x, one.y / y))),
    floor: 1 / y,
  };
}

function logitLeftOut({ x, y, cascades }: Summed, of: CountsCascades): LeftOut {
  const failures = x - y;
  return {
    theta: Math.log(y / failures),
    without: cascades.map((one) =>
      Math.log(Math.max(LEAST, y - one.y) / Math.max(LEAST, failures - (one.x - one.y))),
    ),
    weights: cascades.map((one) =>
      of.failures === true ? one.y / y : Math.max(one.x / x, one.y / y, (one.x - one.y) / failures),
    ),
    floor: 1 / y + 1 / failures,
  };
}
