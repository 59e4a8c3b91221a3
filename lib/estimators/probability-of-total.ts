/**
 * Probability of ending with at least `goal` shares: the part of the draws that do. Draws cannot tell a rare
 * event from an impossible one, so the answer stays half a draw away from 0 and 1.
 *
 * @param draws of the final size, ascending
 * @returns null without draws
 */
export function probabilityOfTotal(draws: readonly number[], goal: number): number | null {
  if (draws.length === 0) return null;
  let below = 0;
  let end = draws.length;
  while (below < end) {
    const middle = (below + end) >> 1;
    if ((draws[middle] ?? 0) < goal) below = middle + 1;
    else end = middle;
  }
  const half = 0.5 / draws.length;
  return Math.min(1 - half, Math.max(half, 1 - below / draws.length));
}
