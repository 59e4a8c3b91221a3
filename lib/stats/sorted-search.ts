/**
 * How many of the ascending values are below the given one; O(log n).
 * @param length only so many values from the start are searched; all when left out
 */
export function countBelow(sorted: ArrayLike<number>, value: number, length = sorted.length): number {
  return partitionPoint(length, (i) => (sorted[i] as number) < value);
}

/**
 * How many of the ascending values are at most the given one; O(log n).
 * @param length only so many values from the start are searched; all when left out
 */
export function countAtMost(sorted: ArrayLike<number>, value: number, length = sorted.length): number {
  return partitionPoint(length, (i) => (sorted[i] as number) <= value);
}

/** How many of `length` places come before the first that is no longer `isBefore`; O(log n). */
export function partitionPoint(length: number, isBefore: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
