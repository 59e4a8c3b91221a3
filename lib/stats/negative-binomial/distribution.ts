import { betaCdf } from "#lib/stats/beta.ts";
import { gammaCdf } from "#lib/stats/gamma.ts";
import { stirlingError } from "#lib/stats/log-gamma.ts";
import { poissonDeviance } from "#lib/stats/poisson.ts";

/**
 * ln P(X = count) for X negative binomial with variance m + m²/k for the mean m; Poisson for k = Infinity.
 * In Loader's form, which keeps its digits where counts and k are large (Loader 2000).
 * @param mean 0 or above
 * @param dispersion k, above 0
 */
export function negativeBinomialLogPmf(count: number, mean: number, dispersion: number): number {
  if (count < 0) return Number.NEGATIVE_INFINITY;
  if (mean === 0) return count === 0 ? 0 : Number.NEGATIVE_INFINITY;
  const poisson = dispersion === Number.POSITIVE_INFINITY;
  if (count === 0) return poisson ? -mean : -dispersion * Math.log1p(mean / dispersion);
  const common = -Math.log(2 * Math.PI * count) / 2 - stirlingError(count);
  if (poisson) return common - poissonDeviance(count, mean);
  const trials = count + dispersion;
  const failing = mean / (dispersion + mean);
  return (
    common -
    Math.log1p(count / dispersion) / 2 +
    (stirlingError(trials) - stirlingError(dispersion)) -
    poissonDeviance(dispersion, trials * (dispersion / (dispersion + mean))) -
    poissonDeviance(count, trials * failing)
  );
}

/**
 * P(X ≥ count) for X negative binomial with variance m + m²/k for the mean m, accurate in the tail:
 * the incomplete beta function, or gamma for Poisson counts (k Infinity).
 * @param mean 0 or above
 * @param dispersion k, above 0
 */
export function negativeBinomialSurvival(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 1;
  if (mean === 0) return 0;
  if (dispersion === Number.POSITIVE_INFINITY) return gammaCdf(mean, count);
  return betaCdf(mean / (dispersion + mean), count, dispersion);
}
