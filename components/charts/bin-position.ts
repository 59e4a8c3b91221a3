/**
 * Where a value lies on an axis that gives each bin the same width: 0 where the first begins, 1 where it ends,
 * and within a bin by the logarithm (by the value itself in one that begins at 0).
 *
 * @param bins adjoining, ascending
 */
export function binPosition(
  bins: readonly { readonly from: number; readonly to: number }[],
  value: number,
): number {
  const index = bins.findIndex(({ to }) => value <= to);
  const bin = bins[index];
  if (bin === undefined) return bins.length;
  if (value <= bin.from) return index;
  if (bin.from <= 0) return index + value / bin.to;
  return index + Math.log(value / bin.from) / Math.log(bin.to / bin.from);
}
