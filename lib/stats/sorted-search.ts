/**
 * How many of the ascending values are below the given one; O(log n).
 * @param length only so many values from the start are searched; all when left out
 */
export function countBelow(sorted: ArrayLike<number>, value: number, length = sorted.length): number {
  return search(sorted, value, length, false);
}

/**
 * How many of the ascending values are at most the given one; O(log n).
 * @param length only so many values from the start are searched; all when left out
 */
export function countAtMost(sorted: ArrayLike<number>, value: number, length = sorted.length): number {
  return search(sorted, value, length, true);
}

function search(sorted: ArrayLike<number>, value: number, length: number, countsEqual: boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] as number;
    if (found < value || (countsEqual && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
