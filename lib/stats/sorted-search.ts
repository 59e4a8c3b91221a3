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

const BUCKETS = 1 << 16;

/**
 * `countAtMost` for very many searches of one array: an index of equal stretches says where to look first.
 * @param sorted ascending, 0 or above
 */
export function countsAtMost(sorted: Float64Array): (value: number) => number {
  const { length } = sorted;
  const top = sorted[length - 1] ?? 0;
  if (length < BUCKETS / 64 || !(top > 0)) return (value) => countAtMost(sorted, value);
  const stretches = BUCKETS / top;
  const starts = new Int32Array(BUCKETS + 2).fill(length);
  for (let i = length - 1; i >= 0; i--) starts[Math.floor((sorted[i] as number) * stretches)] = i;
  // A stretch without a value begins where the next one does.
  for (let bucket = BUCKETS; bucket >= 0; bucket--)
    starts[bucket] = Math.min(starts[bucket] as number, starts[bucket + 1] as number);
  return (value) => {
    if (value < 0) return 0;
    if (value >= top) return length;
    const bucket = Math.floor(value * stretches);
    let low = starts[bucket] as number;
    let high = starts[bucket + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
