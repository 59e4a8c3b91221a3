/**
 * p-values adjusted for their number by Holm's step-down (1979): those at or below the level keep the chance
 * of any false rejection at that level.
 * @returns one per p, in the order given
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length);
  let highest = 0;
  [...pValues.entries()]
    .sort(([, p], [, q]) => p - q)
    .forEach(([index, p], rank) => {
      highest = Math.max(highest, Math.min(1, p * (pValues.length - rank)));
      adjusted[index] = highest;
    });
  return adjusted;
}

/**
 * p-values adjusted for their number by Benjamini and Hochberg's step-up (1995): of those at or below the
 * level, that part is expected to be false.
 * @returns one per p, in the order given
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length);
  let lowest = 1;
  [...pValues.entries()]
    .sort(([, p], [, q]) => q - p)
    .forEach(([index, p], rank) => {
      lowest = Math.min(lowest, (p * pValues.length) / (pValues.length - rank));
      adjusted[index] = lowest;
    });
  return adjusted;
}
