import type { Random } from "#lib/stats/random.ts";

/** exp(-500) is still a normal double; a larger mean is drawn in pieces, whose counts add up. */
const LARGEST_PIECE = 500;

/**
 * One draw from the Poisson distribution. Takes time in proportion to the answer.
 *
 * Source: Knuth 1997, The Art of Computer Programming 2, section 3.4.1 (products of uniforms).
 *
 * @param mean >= 0
 * @throws RangeError for a negative or infinite mean
 */
export function drawPoisson(random: Random, mean: number): number {
  if (!(mean >= 0 && Number.isFinite(mean))) throw new RangeError(`Not a Poisson mean: ${mean}.`);
  let count = 0;
  for (let rest = mean; rest > 0; rest -= LARGEST_PIECE) {
    const floor = Math.exp(-Math.min(rest, LARGEST_PIECE));
    for (let product = 1 - random.next(); product > floor; product *= 1 - random.next()) count += 1;
  }
  return count;
}
