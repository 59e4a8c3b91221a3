import type { Random } from "./random.ts";

/** Up to so many clusters all their signs are tried, else as many at random. */
const MOST_ENUMERATED = 13;
const DRAWS = 10_000;
/** Fewer draws where they would take seconds; never fewer than these. */
const LEAST_DRAWS = 1000;
const MOST_WORK = 1e8;
/** Signs taken from one random number. */
const BITS = 30;

/**
 * p of a statistic that is symmetric about 0 without an effect: the part of the signs of whole clusters under which it
 * is at least as large as it was seen, out of all 2^M up to thirteen clusters, else of 10,000 at random.
 *
 * @param of.work what one look at the statistic costs, in additions: from 10,000 on fewer signs are drawn
 */
export function signFlipP(
  of: {
    readonly clusters: number;
    readonly work: number;
    readonly isAsLarge: (isFlipped: (cluster: number) => boolean) => boolean;
  },
  random: Random,
): number {
  const { clusters, isAsLarge } = of;
  let asLarge = 0;
  if (clusters <= MOST_ENUMERATED) {
    const signs = 2 ** clusters;
    for (let bits = 0; bits < signs; bits++) asLarge += isAsLarge((j) => (bits >> j) % 2 !== 0) ? 1 : 0;
    return asLarge / signs;
  }
  const draws = Math.min(DRAWS, Math.max(LEAST_DRAWS, Math.floor(MOST_WORK / of.work)));
  let word = 0;
  const isFlipped = (cluster: number) => {
    word = cluster % BITS === 0 ? Math.floor(random.next() * 2 ** BITS) : word >> 1;
    return word % 2 === 1;
  };
  for (let draw = 0; draw < draws; draw++) asLarge += isAsLarge(isFlipped) ? 1 : 0;
  return (1 + asLarge) / (1 + draws);
}
