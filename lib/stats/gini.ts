/**
 * Gini coefficient Σ (2i − n − 1) x₍ᵢ₎ / (n Σ x): 0 when all are equal, 1 − 1/n when one has everything.
 * Null when the values are none or sum to 0.
 * @param values not negative, in any order
 */
export function gini(values: ArrayLike<number>): number | null {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  return sorted.reduce((sum, value, i) => sum + (2 * i + 1 - n) * value, 0) / (n * total);
}
