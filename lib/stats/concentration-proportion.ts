/**
 * Smallest proportion of shares that had the given part of all children, the last share counted in part.
 * @param histogram count → shares; a count may occur again
 * @param part of children, 0 to 1
 * @returns null when nobody had a child
 */
export function concentrationProportion(
  histogram: Iterable<readonly [count: number, shares: number]>,
  part: number,
): number | null {
  const counts = [...histogram].sort(([a], [b]) => b - a);
  let shares = 0;
  let children = 0;
  for (const [count, having] of counts) {
    shares += having;
    children += count * having;
  }
  if (children === 0) return null;
  let wanted = part * children;
  let needed = 0;
  for (const [count, having] of counts) {
    if (count === 0 || wanted <= 0) break;
    needed += Math.min(having, wanted / count);
    wanted -= count * having;
  }
  return needed / shares;
}
