import type { Random } from "#lib/stats/random.ts";

/**
 * One of the options, each with probability weight / sum of weights.
 *
 * @param options weights are >= 0 and need not add up to 1
 * @throws RangeError when no option has a positive weight
 */
export function drawWeighted<Option extends { readonly weight: number }>(
  random: Random,
  options: readonly Option[],
): Option {
  let total = 0;
  for (const option of options) total += option.weight;
  let rest = random.next() * total;
  let last: Option | undefined;
  for (const option of options) {
    if (option.weight <= 0) continue;
    last = option;
    rest -= option.weight;
    if (rest < 0) return option;
  }
  // Rounding can leave a crumb after the last subtraction.
  if (last === undefined) throw new RangeError("No option has a positive weight.");
  return last;
}
