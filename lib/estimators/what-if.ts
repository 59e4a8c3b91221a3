/** A campaign as one imagines it. */
export interface Scenario {
  readonly seeds: number;
  /** Children of a seed, and of every share after it, while nobody is reached twice. */
  readonly k0: number;
  readonly k: number;
  /** How many people can be reached at all; null for no limit. */
  readonly cap: number | null;
  /** How many generations after the seeds to list. */
  readonly generations: number;
}

export interface WhatIf {
  /** Expected new shares of generation 0 (the seeds), 1, 2, … */
  readonly newShares: readonly number[];
  /** Their sum. */
  readonly total: number;
  /** Expected shares once nothing moves any more; Infinity when nothing bounds them. */
  readonly eventual: number;
}

/** Below half a share a generation is over; a campaign at K = 1 under a cap needs long to get there. */
const NOTHING = 0.5;
const LAST_GENERATION = 10_000;

/**
 * Expected size of an imagined campaign. Each generation brings K times its own number (K0 for the seeds),
 * damped by the part of the audience that is still unreached, and never more than that part. Without a cap the
 * end is seeds · (1 + K0 / (1 − K)) for K < 1 and unbounded otherwise.
 */
export function whatIf(scenario: Scenario): WhatIf {
  const { seeds, k0, k, cap, generations } = scenario;
  const newShares = [seeds];
  let total = seeds;
  for (let generation = 1; generation <= generations; generation++) {
    const born = nextGeneration(scenario, generation, newShares[generation - 1] ?? 0, total);
    newShares.push(born);
    total += born;
  }
  if (cap !== null) return { newShares, total, eventual: cappedEnd(scenario) };
  const stops = k < 1 || seeds === 0 || k0 === 0;
  return { newShares, total, eventual: stops ? seeds + (k < 1 ? (seeds * k0) / (1 - k) : 0) : Infinity };
}

function nextGeneration(
  { k0, k, cap }: Scenario,
  generation: number,
  previous: number,
  reached: number,
): number {
  const free = previous * (generation === 1 ? k0 : k);
  if (cap === null) return free;
  return Math.max(0, Math.min(free * (1 - reached / cap), cap - reached));
}

function cappedEnd(scenario: Scenario): number {
  let total = scenario.seeds;
  let latest = scenario.seeds;
  for (let generation = 1; latest >= NOTHING && generation <= LAST_GENERATION; generation++) {
    latest = nextGeneration(scenario, generation, latest, total);
    total += latest;
  }
  return total;
}
