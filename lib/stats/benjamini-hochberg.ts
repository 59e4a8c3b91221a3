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
