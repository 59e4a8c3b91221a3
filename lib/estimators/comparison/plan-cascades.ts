/** 2 (z₀.₉₇₅ + z₀.₈)²: a two-sided test at 5 % that finds the difference four times in five. */
const FACTOR = 15.7;

/**
 * Cascades that each arm of a comparison of K needs, about 15.7 (s / ln ρ)².
 * @param spread s, standard deviation of ln K from cascade to cascade: se/K · √cascades of an earlier estimate
 * @param ratio ρ, the smallest ratio of K worth finding, above 0; Infinity many are needed for 1
 */
export function planCascades(spread: number, ratio: number): number {
  return Math.ceil(FACTOR * (spread / Math.log(ratio)) ** 2);
}
