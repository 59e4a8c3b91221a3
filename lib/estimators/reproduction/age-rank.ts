/**
 * How many ages are at most the given one.
 * @param ages ascending
 */
export function ageRank(ages: Float64Array, age: number): number {
  let low = 0;
  let high = ages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ages[middle] as number) <= age) low = middle + 1;
    else high = middle;
  }
  return low;
}
