/** Rows that a list by generation has at most, wherever one is shown. */
export const MOST_GENERATIONS = 31;

/** Counts by generation in `most` rows or fewer: the last one sums up all that are later. */
export function firstGenerations(counts: readonly number[], most = MOST_GENERATIONS): number[] {
  if (counts.length <= most) return [...counts];
  const later = counts.slice(most - 1).reduce((sum, count) => sum + count, 0);
  return [...counts.slice(0, most - 1), later];
}
