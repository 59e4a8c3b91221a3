/**
 * Share of all children that the shares with the most children had: the top `proportion` of shares, the last
 * of them counted in part.
 * @param histogram count → shares; a count may occur again
 * @param proportion of shares, 0 to 1
 * @returns null when nobody had a child
 */
export function concentrationTopShare(
  histogram: Iterable<readonly [count: number, shares: number]>,
  proportion: number,
): number | null {
  const counts = [...histogram].sort(([a], [b]) => b - a);
  let shares = 0;
  let children = 0;
  for (const [count, having] of counts) {
    shares += having;
    children += count * having;
  }
  if (children === 0) return null;
  let room = proportion * shares;
  let reached = 0;
  for (const [count, having] of counts) {
    reached += count * Math.min(having, room);
    room -= having;
    if (room <= 0) break;
  }
  return reached / children;
}
