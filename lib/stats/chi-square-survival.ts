import { gammaSurvival } from "#lib/stats/gamma-survival.ts";

/**
 * P(X > x) for a chi-square variable; relative error below 1e-10.
 * @param df degrees of freedom, above 0
 * @throws RangeError as gammaSurvival
 */
export function chiSquareSurvival(x: number, df: number): number {
  return gammaSurvival(x, df / 2, 0.5);
}
