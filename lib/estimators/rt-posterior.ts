import { gammaQuantile, gammaSurvival } from "#lib/stats/gamma.ts";

/** A gamma distribution of a reproduction number before any event is seen. */
export interface GammaPrior {
  readonly shape: number;
  /** Inverse scale: the exposure that the prior is worth. */
  readonly rate: number;
}

/** What events and exposure say about a reproduction number. */
export interface RtPosterior extends GammaPrior {
  readonly mean: number;
  readonly median: number;
  /** Ends of the central 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** P(R > 1). */
  readonly aboveOne: number;
}

/** Mean 1 and standard deviation 1: neutral at the threshold. */
const NEUTRAL_PRIOR: GammaPrior = { shape: 1, rate: 1 };

/**
 * Gamma(shape0 + events/φ, rate0 + exposure/φ): the conjugate posterior of the events per unit of exposure,
 * widened by the dispersion φ (METRICS §2.4; Cori et al. 2013).
 *
 * @param exposure effective shares, >= 0
 * @param dispersion φ, >= 1; 1 when the events are Poisson
 */
export function rtPosterior(
  events: number,
  exposure: number,
  prior: GammaPrior = NEUTRAL_PRIOR,
  dispersion = 1,
): RtPosterior {
  const shape = prior.shape + events / dispersion;
  const rate = prior.rate + exposure / dispersion;
  return {
    shape,
    rate,
    mean: shape / rate,
    median: gammaQuantile(0.5, shape, rate),
    low: gammaQuantile(0.025, shape, rate),
    high: gammaQuantile(0.975, shape, rate),
    aboveOne: gammaSurvival(1, shape, rate),
  };
}
