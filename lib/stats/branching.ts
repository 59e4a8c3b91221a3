import { MOST_STEPS } from "./newton.ts";

/** How many children a share of a branching process has. */
export interface OffspringLaw {
  /** R of those who share at all, 0 or above. */
  readonly mean: number;
  /** k, above 0: variance R + R²/k; Infinity for Poisson counts. */
  readonly dispersion: number;
  /** Probability that a share is kept from having any child, whatever its R; 0 when left out. */
  readonly silenced?: number;
}

/**
 * Probability that the cascades of independent seeds all end: q^seeds with q the smallest root of q = g(q).
 * Exactly 1 for a mean of at most 1.
 *
 * Source: Lloyd-Smith et al. 2005, Nature 438.
 */
export function extinctionProbability(law: OffspringLaw, seeds = 1): number {
  return (1 - branchingSurvival(law)) ** seeds;
}

/** Probability that at least one of the cascades of independent seeds never ends: 1 − q^seeds. */
export function branchingOutbreak(law: OffspringLaw, seeds = 1): number {
  return seeds === 0 ? 0 : -Math.expm1(seeds * Math.log1p(-branchingSurvival(law)));
}

/**
 * Probability that the cascade of one share never ends; exactly 0 for a mean of at most 1. The root of
 * x = 1 − g(1 − x) by Newton's method from 1: the difference is convex, so every step stays at or above the
 * root, also where the mean is hardly above 1 and the root close to the one at 0.
 */
export function branchingSurvival(law: OffspringLaw): number {
  if (meanOffspring(law) <= 1) return 0;
  let x = 1;
  for (let i = 0; i < MOST_STEPS; i++) {
    const difference = x - markedChild(law, x);
    const next = x - difference / (1 - slope(law, x));
    if (!(next < x)) break;
    x = next;
  }
  return Math.max(0, x);
}

/** Probability that the cascades of the seeds have no share in generation 1, 2, ..., `generations`. */
export function extinctionByGeneration(law: OffspringLaw, generations: number, seeds = 1): number[] {
  const extinct: number[] = [];
  let alive = 1;
  for (let generation = 1; generation <= generations; generation++) {
    alive = markedChild(law, alive);
    extinct.push((1 - alive) ** seeds);
  }
  return extinct;
}

/** What would be done against a spread, or what is lost of it. */
interface BranchingControl {
  /** Every share loses this part of its children: R becomes (1 − u) R. */
  readonly everyone?: number;
  /** This part of the shares loses all children. */
  readonly some?: number;
}

/** The offspring law that is left under control; both parts in 0 to 1. */
export function branchingControl(
  law: OffspringLaw,
  { everyone = 0, some = 0 }: BranchingControl,
): OffspringLaw {
  return {
    mean: (1 - everyone) * law.mean,
    dispersion: law.dispersion,
    silenced: 1 - (1 - (law.silenced ?? 0)) * (1 - some),
  };
}

/** Mean number of children over all shares, the silenced included. */
function meanOffspring({ mean, silenced = 0 }: OffspringLaw): number {
  return (1 - silenced) * mean;
}

/**
 * 1 − g(1 − x) for the probability generating function g of an offspring law: the probability of a child
 * that is marked when each is marked with probability x. Keeps its digits where x is small.
 * @param x 0 to 1
 */
function markedChild({ mean, dispersion, silenced = 0 }: OffspringLaw, x: number): number {
  const unmarked =
    dispersion === Number.POSITIVE_INFINITY
      ? Math.expm1(-mean * x)
      : Math.expm1(-dispersion * Math.log1p((mean * x) / dispersion));
  return -(1 - silenced) * unmarked;
}

/** Derivative of the probability of a marked child. */
function slope({ mean, dispersion, silenced = 0 }: OffspringLaw, x: number): number {
  const steepness =
    dispersion === Number.POSITIVE_INFINITY
      ? Math.exp(-mean * x)
      : Math.exp(-(dispersion + 1) * Math.log1p((mean * x) / dispersion));
  return (1 - silenced) * mean * steepness;
}
