const MOST_POINTS = 200;

/**
 * Shares by time, for a line: every share a point, or two hundred evenly spaced ranks of them.
 * @param at UTC milliseconds, in any order
 */
export function sizeCurve(at: Float64Array): { at: number; size: number }[] {
  const times = at.slice().sort();
  const points = Math.min(MOST_POINTS, times.length);
  return Array.from({ length: points }, (_, point) => {
    const size = Math.ceil(((point + 1) * times.length) / points);
    return { at: times[size - 1] ?? 0, size };
  });
}
