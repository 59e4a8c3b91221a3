import type { ProgenyLaw } from "#lib/stats/total-progeny-log-pmf.ts";

/** Mean and variance of the final number of shares, seeds included; Infinity for a mean offspring of 1 or more. */
export function totalProgenyMoments({ mean, dispersion }: ProgenyLaw, seeds = 1) {
  if (mean >= 1) return { mean: Number.POSITIVE_INFINITY, variance: Number.POSITIVE_INFINITY };
  return {
    mean: seeds / (1 - mean),
    variance: (seeds * (mean + (mean * mean) / dispersion)) / (1 - mean) ** 3,
  };
}
