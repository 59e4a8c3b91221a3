/** Index of the mark nearest to a point, at most `within` away; -1 when none is. Ties go to the first. O(n). */
export function nearestMark(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  point: { readonly x: number; readonly y: number },
  within: number,
): number {
  let nearest = -1;
  let best = within * within;
  for (let mark = 0; mark < x.length; mark++) {
    const dx = (x[mark] ?? 0) - point.x;
    const dy = (y[mark] ?? 0) - point.y;
    const distance = dx * dx + dy * dy;
    if (distance < best || (nearest === -1 && distance === best)) {
      best = distance;
      nearest = mark;
    }
  }
  return nearest;
}
