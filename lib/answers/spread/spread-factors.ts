import { isSeed } from "#lib/cascade/is-seed.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import type { ViralCoefficient } from "./viral-coefficient.ts";

/**
 * Takes K so far of the sharers apart: visits per share × people who share, per visit × shares of each of them.
 * @param visits through the links of sharers; null when none were recorded
 */
export function spreadFactors(forest: ForestInput, visits: number | null): ViralCoefficient["factors"] {
  let sharers = 0;
  let children = 0;
  const persons = new Uint8Array(forest.persons.length);
  for (let share = 0; share < forest.size; share++) {
    if (isSeed(forest, share)) continue;
    sharers += 1;
    const parent = forest.parent[share] ?? -1;
    if (parent === -1 || isSeed(forest, parent)) continue;
    children += 1;
    persons[forest.person[share] ?? 0] = 1;
  }
  const people = persons.reduce((sum, one) => sum + one, 0);
  return {
    visitsPerShare: sharers === 0 || visits === null ? null : visits / sharers,
    shareRate: visits === null || visits === 0 ? null : people / visits,
    sharesPerSharer: people === 0 ? null : children / people,
  };
}
