/**
 * The p-quantile of a sample, type 7: linear between the order statistics at (n − 1)p (Hyndman and Fan 1996).
 * @param sorted ascending
 * @throws RangeError when the sample is empty or p is outside [0, 1]
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError("an empty sample has no quantile");
  if (!(p >= 0 && p <= 1)) throw new RangeError(`no quantile for p ${p}`);
  const position = (sorted.length - 1) * p;
  const index = Math.floor(position);
  const low = sorted[index] as number;
  // An end that is not needed is not touched: 0 · Infinity is not a number.
  return position === index ? low : low + (position - index) * ((sorted[index + 1] as number) - low);
}
