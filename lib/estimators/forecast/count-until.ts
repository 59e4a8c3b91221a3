/** How many of the ascending `times` are at most `age`, by binary search. */
export function countUntil(times: Float64Array, age: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) <= age) low = middle + 1;
    else high = middle;
  }
  return low;
}
